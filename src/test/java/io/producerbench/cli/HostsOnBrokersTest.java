package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.producerbench.process.FreePort;
import io.producerbench.process.WholeCommandLine;
import io.producerbench.results.CsvRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sweep whose load two agents give, each a process with a port of its own on this machine. No
 * measured number is asserted, only that counts agree.
 */
@Tag("cluster")
@Tag("alone")
@Timeout(900)
class HostsOnBrokersTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Parts of command lines of what a load on hosts consists of, apart from brokers. */
    private static final List<String> PARTS =
            List.of("GuardedAgent", "GuardedCoordinator", "lane --stdin", "target/lanes", "ForkedMain");

    /** Each is a JVM with the guarded agent. */
    private static final int AGENTS = 2;

    @TempDir
    Path directory;

    private Path hosts;
    private BenchProcess one;
    private BenchProcess two;

    @BeforeEach
    void startAgents() throws IOException {
        hosts = Files.writeString(
                directory.resolve("hosts.json"),
                ("{'platform':'org.apache.kafka.trogdor.basic.BasicPlatform','nodes':{"
                                + node(
                                        "driver",
                                        "'trogdor.coordinator.port':" + FreePort.next() + ",'trogdor.agent.port':0")
                                + "," + node("load-1", "'trogdor.agent.port':" + FreePort.next()) + ","
                                + node("load-2", "'trogdor.agent.port':" + FreePort.next()) + "}}")
                        .replace('\'', '"'));
        one = agent("load-1");
        two = agent("load-2");
        for (BenchProcess agent : List.of(one, two)) {
            await().atMost(PATIENCE).until(() -> agent.stdout().stream().anyMatch(line -> line.contains("listens on")));
        }
    }

    private static String node(String name, String ports) {
        return "'" + name + "':{'hostname':'127.0.0.1'," + ports + "}";
    }

    private BenchProcess agent(String name) throws IOException {
        return BenchProcess.start(
                directory.resolve(name), List.of("agent", "--platform", hosts.toString(), "--name", name));
    }

    @AfterEach
    void endAgents() {
        one.close();
        two.close();
    }

    @Test
    void every_mode_has_one_merged_row_whose_counts_are_those_of_the_hosts_and_of_the_log() throws Exception {
        List<String> arguments = new ArrayList<>(List.of("FixedRate"));
        arguments.addAll(List.of("-p", "minInsyncReplicas=2", "-p", "recordSize=100", "-p", "rate=1000"));
        // Each host fills its own in 0.8 s, which is long beside a commit on a busy machine.
        arguments.addAll(List.of("-p", "recordsPerTransaction=400"));
        arguments.addAll(ShortSweep.of("-f", "1", "--hosts", hosts.toString(), "--results", results()));
        arguments.set(arguments.lastIndexOf("-r") + 1, "4s");
        try (BenchProcess bench = BenchProcess.start(directory.resolve("sweep"), arguments)) {
            bench.await();

            List<Map<String, String>> rows = bench.samples();
            assertThat(rows)
                    .extracting(row -> row.get("mode"))
                    .containsExactlyInAnyOrder("acks=0", "acks=1", "acks=all", "idempotent", "transactional");
            assertThat(rows).allSatisfy(row -> {
                assertThat(row.get("status")).as(row.get("status_reason")).isEqualTo("OK");
                assertThat(row.get("hosts")).isEqualTo("2");
                assertThat(row.get("acknowledged")).isNotEqualTo("0");
            });
            assertThat(rows)
                    .filteredOn(row -> !row.get("acks").equals("0"))
                    .allSatisfy(row -> assertThat(row.get("acknowledged")).isEqualTo(row.get("log_end_delta")));
            assertThat(topicsOf(bench, "load-1")).isNotEmpty().isEqualTo(topicsOf(bench, "load-2"));
            // Its value depends on the brokers, which run on the same machine. Here it must only be there.
            assertThat(merged(bench))
                    .allSatisfy(row -> assertThat(row.get("others_cpu_share")).isNotEmpty());
            assertThat(sum(merged(bench)))
                    .isEqualTo(sum(CsvRows.cells(bench.runDirectory().resolve("samples.csv"))));
            assertThat(bench.started()).isEmpty();
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(handles()).hasSize(AGENTS));
    }

    @Test
    @Tag("nightly")
    void a_driver_that_is_killed_leaves_nothing_but_the_agents() throws Exception {
        List<String> arguments = ShortSweep.ofOneCell("-f", "1", "--hosts", hosts.toString(), "--results", results());
        arguments.set(arguments.lastIndexOf("-r") + 1, "5m");
        try (BenchProcess bench = BenchProcess.start(directory.resolve("sweep"), arguments)) {
            await().atMost(PATIENCE)
                    .until(() -> handles().stream()
                                    .filter(handle -> is(handle, "ForkedMain"))
                                    .count()
                            == AGENTS);
            assertThat(handles()).anyMatch(handle -> is(handle, "GuardedCoordinator"));

            bench.signal("KILL");

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(handles()).hasSize(AGENTS));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(bench.started()).isEmpty());
        }
        assertThat(handles()).allMatch(handle -> is(handle, "GuardedAgent"));
    }

    /** Returns the rows of hosts whose sample has a merged row with numbers. */
    private static List<Map<String, String>> merged(BenchProcess bench) {
        return CsvRows.cells(bench.runDirectory().resolve("hosts.csv")).stream()
                .filter(row -> row.get("status").equals("OK"))
                .toList();
    }

    /** Returns the topics that this host gave records to. */
    private static List<String> topicsOf(BenchProcess bench, String host) {
        return merged(bench).stream()
                .filter(row -> row.get("host").equals(host) && acknowledged(row) > 0)
                .map(row -> row.get("topic"))
                .toList();
    }

    private static long acknowledged(Map<String, String> row) {
        return row.get("acknowledged").isEmpty() ? 0 : Long.parseLong(row.get("acknowledged"));
    }

    private static long sum(List<Map<String, String>> rows) {
        return rows.stream().mapToLong(HostsOnBrokersTest::acknowledged).sum();
    }

    /** The agents, what they have started, and the coordinator, which outlives its parent for a moment. */
    private List<ProcessHandle> handles() {
        return Stream.concat(
                        ProcessHandle.current()
                                .descendants()
                                .filter(handle -> PARTS.stream().anyMatch(part -> is(handle, part))),
                        ProcessHandle.allProcesses()
                                .filter(handle -> is(handle, "GuardedCoordinator") && is(handle, hosts.toString())))
                .distinct()
                .toList();
    }

    private static boolean is(ProcessHandle handle, String part) {
        return WholeCommandLine.of(handle).contains(part);
    }

    private String results() {
        return directory.resolve("results").toString();
    }
}
