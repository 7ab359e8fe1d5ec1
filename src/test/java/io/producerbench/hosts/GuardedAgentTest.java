package io.producerbench.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The door of a real agent: what it admits, and that the rest leaves no trace. */
@Tag("cluster")
class GuardedAgentTest {
    private static final String FORBIDDEN = "HTTP/1.1 403";
    private static final String DONE = "HTTP/1.1 200";
    private static final String ANOTHER_ADDRESS = "127.0.0.2";
    private static final String OURS = "['./run-bench.sh','lane','--stdin']";

    @TempDir
    static Path directory;

    private static RunningAgent agent;

    @BeforeAll
    static void start() throws IOException {
        agent = RunningAgent.start(directory);
        await().atMost(Duration.ofMinutes(2)).until(agent::answers);
    }

    @AfterAll
    static void end() {
        agent.close();
    }

    private static String create(String id, String spec) {
        return ("{'workerId':" + Math.abs(id.hashCode()) + ",'taskId':'" + id + "','spec':{'startMs':1,'durationMs':"
                        + (System.currentTimeMillis() + 60_000) + "," + spec + "}}")
                .replace('\'', '"');
    }

    private static String command(String words) {
        return "'class':'org.apache.kafka.trogdor.workload.ExternalCommandSpec','commandNode':'load-1','command':"
                + words + ",'shutdownGracePeriodMs':1000,'workload':{}";
    }

    private static String postedFrom(String address, String id, String spec) throws IOException {
        return agent.ask(address, "POST", "/agent/worker/create", create(id, spec));
    }

    private static String workers() throws IOException {
        return agent.ask(RunningAgent.COORDINATOR, "GET", "/agent/status", "");
    }

    private static Stream<String> otherCommands() {
        return Stream.of(
                command("['sh','-c','touch trace']"),
                command("['./run-bench.sh','lane','--stdin','; touch trace']"),
                command("['./run-bench.sh','guarantees']"),
                command("[]"),
                command("'./run-bench.sh lane --stdin'"),
                command(OURS).replace("load-1", "load-2"),
                command(OURS).replace("{}", "'text'"));
    }

    @ParameterizedTest
    @MethodSource("otherCommands")
    void another_command_is_refused_and_leaves_no_trace(String spec) throws IOException {
        assertThat(postedFrom(RunningAgent.COORDINATOR, "forbidden", spec)).startsWith(FORBIDDEN);

        assertThat(workers()).startsWith(DONE).doesNotContain("forbidden");
        assertThat(directory.resolve("trace")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ProduceBenchSpec", "RoundTripWorkloadSpec"})
    void a_load_of_trogdors_own_is_refused(String name) throws IOException {
        String spec = "'class':'org.apache.kafka.trogdor.workload." + name + "'";

        assertThat(postedFrom(RunningAgent.COORDINATOR, "forbidden", spec)).startsWith(FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource({"PUT, /agent/shutdown", "GET, /agent/shutdown", "GET, /application.wadl", "OPTIONS, /agent/status"})
    void nothing_else_may_be_asked(String method, String path) throws IOException {
        assertThat(agent.ask(RunningAgent.COORDINATOR, method, path, "")).startsWith(FORBIDDEN);
        assertThat(agent.answers()).isTrue();
    }

    @Test
    void what_is_no_json_is_refused() throws IOException {
        assertThat(agent.ask(RunningAgent.COORDINATOR, "POST", "/agent/worker/create", "{"))
                .startsWith(FORBIDDEN);
    }

    @Test
    void only_the_coordinators_address_is_admitted() throws IOException {
        assertThat(agent.ask(ANOTHER_ADDRESS, "GET", "/agent/status", "")).startsWith(FORBIDDEN);
        assertThat(postedFrom(ANOTHER_ADDRESS, "from-elsewhere", command(OURS))).startsWith(FORBIDDEN);
        assertThat(workers()).startsWith(DONE).doesNotContain("from-elsewhere");
    }

    @Test
    void our_command_and_the_start_signal_are_run() throws IOException {
        assertThat(postedFrom(
                        RunningAgent.COORDINATOR, "signal", "'class':'org.apache.kafka.trogdor.task.NoOpTaskSpec'"))
                .startsWith(DONE);
        assertThat(postedFrom(RunningAgent.COORDINATOR, "lane", command(OURS))).startsWith(DONE);

        await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(agent.ran()));
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(agent.ran()).hasContent("lane --stdin"));
        assertThat(workers()).contains("signal", "lane");
    }
}
