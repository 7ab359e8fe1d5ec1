package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.producerbench.results.CsvRows;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
                                + node("driver", "'trogdor.coordinator.port':" + freePort() + ",'trogdor.agent.port':0")
                                + "," + node("load-1", "'trogdor.agent.port':" + freePort()) + ","
                                + node("load-2", "'trogdor.agent.port':" + freePort()) + "}}")
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

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return free.getLocalPort();
        }
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
        List<String> arguments = new ArrayList<>(List.of(
                "-p",
                "acks=all",
                "-p",
                "enableIdempotence=true",
                "-p",
                "transactional=false,true",
                "-p",
                "minInsyncReplicas=2",
                "-p",
                "recordSize=100",
                "-p",
                "rate=1000"));
        arguments.addAll(ShortSweep.of("-f", "1", "--hosts", hosts.toString(), "--results", results()));
        try (BenchProcess bench = BenchProcess.start(directory.resolve("sweep"), arguments)) {
            bench.await();

            List<Map<String, String>> rows = bench.samples();
            assertThat(rows)
                    .extracting(row -> row.get("benchmark") + " " + row.get("mode"))
                    .containsExactlyInAnyOrder(
                            "MaxRate idempotent",
                            "MaxRate transactional",
                            "FixedRate idempotent",
                            "FixedRate transactional");
            assertThat(rows).allSatisfy(row -> {
                assertThat(row.get("status")).as(row.get("status_reason")).isNotEqualTo("FAILED");
                assertThat(row.get("hosts")).isEqualTo("2");
                assertThat(row.get("acknowledged")).isNotEqualTo("0").isEqualTo(row.get("log_end_delta"));
            });
            List<Map<String, String>> ofHosts = CsvRows.cells(
                            bench.runDirectory().resolve("hosts.csv"))
                    .stream()
                    .filter(row -> row.get("status").equals("OK"))
                    .toList();
            assertThat(ofHosts)
                    .filteredOn(row -> row.get("host").equals("load-1"))
                    .hasSameSizeAs(ofHosts.stream()
                            .filter(row -> row.get("host").equals("load-2"))
                            .toList());
            assertThat(ofHosts).allSatisfy(row -> assertThat(acknowledged(row)).isPositive());
            assertThat(sum(ofHosts))
                    .isEqualTo(sum(CsvRows.cells(bench.runDirectory().resolve("samples.csv")).stream()
                            .filter(row -> !row.get("status").equals("FAILED"))
                            .toList()));
            assertThat(bench.started()).isEmpty();
        }
    }

    private static long acknowledged(Map<String, String> row) {
        return Long.parseLong(row.get("acknowledged"));
    }

    private static long sum(List<Map<String, String>> rows) {
        return rows.stream().mapToLong(HostsOnBrokersTest::acknowledged).sum();
    }

    @Test
    void an_agent_that_is_killed_fails_the_sample_by_its_name_and_nothing_goes_on() throws Exception {
        // The window is so long that a fork that is still there after it has outlived its agent.
        List<String> arguments =
                new ArrayList<>(ShortSweep.ofOneCell("--hosts", hosts.toString(), "--results", results()));
        arguments.addAll(List.of("-f", "1"));
        arguments.set(arguments.lastIndexOf("-r") + 1, "200s");
        List<ProcessHandle> load;
        try (BenchProcess bench = BenchProcess.start(directory.resolve("sweep"), arguments)) {
            await().atMost(PATIENCE).until(() -> {
                assertThat(bench.isAlive())
                        .as(() -> "ended early: " + bench.stderr())
                        .isTrue();
                return parts().stream()
                                .filter(part -> part.contains("ForkedMain"))
                                .count()
                        == 2;
            });
            load = handles();
            agentOf("load-2").destroyForcibly();

            assertThat(bench.await()).isEqualTo(ExitCode.VERDICT.code());

            assertThat(bench.samples()).singleElement().satisfies(row -> {
                assertThat(row.get("status")).isEqualTo("FAILED");
                assertThat(row.get("status_reason")).contains("load-2");
            });
            assertThat(CsvRows.cells(bench.runDirectory().resolve("hosts.csv")))
                    .extracting(row -> row.get("host") + " " + row.get("status"))
                    .contains("load-1 STOPPED", "load-2 FAILED");
            assertThat(bench.started()).isEmpty();
        }
        one.signal("TERM");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> load.stream().noneMatch(ProcessHandle::isAlive) && !one.isAlive() && !two.isAlive());
    }

    private static ProcessHandle agentOf(String name) {
        return handles().stream()
                .filter(handle -> commandLine(handle).matches(".*GuardedAgent \\S+ " + name + " .*"))
                .findFirst()
                .orElseThrow();
    }

    private static List<ProcessHandle> handles() {
        return ProcessHandle.current()
                .descendants()
                .filter(handle -> PARTS.stream().anyMatch(commandLine(handle)::contains))
                .toList();
    }

    private static List<String> parts() {
        return handles().stream().map(HostsOnBrokersTest::commandLine).toList();
    }

    private static String commandLine(ProcessHandle handle) {
        return handle.info().commandLine().orElse("");
    }

    private String results() {
        return directory.resolve("results").toString();
    }
}
