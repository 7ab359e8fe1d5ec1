package io.producerbench.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.producerbench.benchmarks.FixedRate;
import io.producerbench.hosts.HostsFork.HostsRun;
import io.producerbench.jmh.ForkFailure;
import io.producerbench.jmh.ForkIterations;
import io.producerbench.load.ForkConfig;
import io.producerbench.results.CsvRows;
import io.producerbench.scenario.AScenario;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What a driver says when something on a load host fails. Coordinator and agents are real; what the
 * agents start is a script that says once a second that it is warming up.
 */
@Timeout(180)
class HostsForkTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String WARMING = """
            read -r order
            echo $$ > lane.pid
            n=0
            while sleep 1; do
              n=$((n+1))
              echo "{\\"status\\":{\\"phase\\":\\"WARMING\\",\\"sequence\\":$n,\\"facts\\":null,\\"result\\":null}}"
            done
            """;
    private static final String OTHER_JAR = """
            read -r order
            echo $$ > lane.pid
            echo '{"status":{"phase":"READY","sequence":1,"facts":{"jarSha256":"00","jdk":"17","commit":"c","kernel":"k"},"result":null}}'
            read -r nothing
            """;
    private static final Scenario SCENARIO = AScenario.with(Map.of(Axis.RATE, "1000"));

    @TempDir
    Path directory;

    private Path hosts;
    private int port;
    private RunningAgent one;
    private RunningAgent two;
    private HostsFork fork;

    @BeforeEach
    void startAgents() throws IOException {
        int first = RunningAgent.freePort();
        port = RunningAgent.freePort();
        hosts = Files.writeString(
                directory.resolve("hosts.json"),
                ("{'platform':'org.apache.kafka.trogdor.basic.BasicPlatform','nodes':{"
                                + "'driver':{'hostname':'127.0.0.1','trogdor.agent.port':0,'trogdor.coordinator.port':"
                                + RunningAgent.freePort() + "},"
                                + "'load-1':{'hostname':'127.0.0.1','trogdor.agent.port':" + first + "},"
                                + "'load-2':{'hostname':'127.0.0.1','trogdor.agent.port':" + port + "}}}")
                        .replace('\'', '"'));
        one = RunningAgent.start(Files.createDirectory(directory.resolve("one")), hosts, "load-1", first, WARMING);
    }

    private void startSecond(String lane) throws IOException {
        two = RunningAgent.start(Files.createDirectory(directory.resolve("two")), hosts, "load-2", port, lane);
        for (RunningAgent agent : List.of(one, two)) {
            await().atMost(PATIENCE).until(agent::answers);
        }
        new ForkConfig("127.0.0.1:1", "topic", 1).write(directory.resolve("handover"));
        fork = new HostsFork(
                new HostsRequest(HostsFile.read(hosts), "", RunningAgent.PROJECT, RunningAgent.version()),
                new ForkIterations(1, TimeValue.seconds(60), 1, TimeValue.seconds(60)),
                new HostsRun(
                        "run",
                        directory.resolve("handover"),
                        directory.resolve("hosts.csv"),
                        directory.resolve("coordinator.log"),
                        Optional::empty));
    }

    @AfterEach
    void end() {
        if (fork != null) {
            fork.close();
        }
        one.close();
        if (two != null) {
            two.close();
        }
        // A stopped process must go on before it can find out that its agent is gone.
        lanes().forEach(ProcessHandle::destroyForcibly);
    }

    private List<ProcessHandle> lanes() {
        return List.of("one", "two").stream()
                .map(name -> directory.resolve(name).resolve("lane.pid"))
                .filter(Files::exists)
                .flatMap(file -> ProcessHandle.of(pid(file)).stream())
                .toList();
    }

    private static long pid(Path file) {
        try {
            return Long.parseLong(Files.readString(file).strip());
        } catch (IOException | NumberFormatException notYet) {
            return Long.MAX_VALUE;
        }
    }

    private CompletableFuture<RunResult> running() {
        CompletableFuture<RunResult> running = CompletableFuture.supplyAsync(() -> {
            try {
                return fork.run(FixedRate.class, SCENARIO);
            } catch (ForkFailure e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        });
        await().atMost(PATIENCE).until(() -> lanes().size() == 2);
        return running;
    }

    private ProcessHandle laneOfSecond() {
        return ProcessHandle.of(pid(directory.resolve("two/lane.pid"))).orElseThrow();
    }

    private static void stop(ProcessHandle process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    /** The second host is named, and the first one's lane ends with the sample. */
    private void assertNamed(CompletableFuture<RunResult> running, String reason) {
        assertThatThrownBy(() -> running.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .hasMessageContainingAll("host load-2", reason);
        assertThat(CsvRows.cells(directory.resolve("hosts.csv")))
                .extracting(row -> row.get("host") + " " + row.get("status"))
                .containsExactly("load-1 STOPPED", "load-2 FAILED");
        long first = pid(directory.resolve("one/lane.pid"));
        await().atMost(PATIENCE)
                .until(() ->
                        ProcessHandle.of(first).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void a_lane_that_is_killed_fails_the_sample() throws Exception {
        startSecond(WARMING);
        CompletableFuture<RunResult> running = running();

        laneOfSecond().destroyForcibly();

        assertNamed(running, "without a result");
    }

    @Test
    void a_lane_that_is_stopped_fails_the_sample() throws Exception {
        startSecond(WARMING);
        CompletableFuture<RunResult> running = running();

        stop(laneOfSecond());

        assertNamed(running, "lost");
    }

    @Test
    void an_agent_that_is_killed_fails_the_sample_and_its_lane_ends() throws Exception {
        startSecond(WARMING);
        CompletableFuture<RunResult> running = running();
        ProcessHandle lane = laneOfSecond();

        two.process().destroyForcibly();

        assertNamed(running, "lost");
        await().atMost(PATIENCE).until(() -> !lane.isAlive());
    }

    @Test
    void an_agent_that_is_stopped_fails_the_sample() throws Exception {
        startSecond(WARMING);
        CompletableFuture<RunResult> running = running();

        stop(two.process().toHandle());

        assertNamed(running, "lost");
    }

    @Test
    void another_jar_is_refused() throws Exception {
        startSecond(OTHER_JAR);

        assertThatThrownBy(() -> running().get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .hasMessageContainingAll("host load-2", "SHA-256 00");
    }

    @Test
    void an_agent_that_is_not_there_is_named_before_anything_is_started() throws Exception {
        await().atMost(PATIENCE).until(one::answers);

        assertThatThrownBy(() -> HostsFork.requireAgents(HostsFile.read(hosts)))
                .hasMessageContainingAll("host load-2", "no agent answers");
    }
}
