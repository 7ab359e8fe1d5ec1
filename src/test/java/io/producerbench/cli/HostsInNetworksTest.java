package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.TestBrokers;
import io.producerbench.process.FreePort;
import io.producerbench.process.WholeCommandLine;
import io.producerbench.results.CsvRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Load hosts that are reached only by a link, as other machines are. */
@NeedsNetworks
@Timeout(600)
class HostsInNetworksTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    static Path shared;

    private static Cluster brokers;
    private static Networks networks;
    private static Path hosts;
    /** The port of the agents that other hosts reach. */
    private static int listening;

    private static final List<BenchProcess> AGENTS = new ArrayList<>();

    @TempDir
    Path directory;

    @BeforeAll
    static void up() throws Exception {
        brokers = ClusterKind.PROCESSES.start(TestBrokers.alert(TestBrokers.spec()));
        networks = Networks.make(Arrays.stream(brokers.bootstrapServers().split(","))
                .map(server -> Integer.parseInt(server.substring(server.lastIndexOf(':') + 1)))
                .toList());
        listening = FreePort.next();
        hosts = Files.writeString(
                shared.resolve("hosts.json"),
                ("{'platform':'org.apache.kafka.trogdor.basic.BasicPlatform','nodes':{"
                                + "'driver':{'hostname':'" + Networks.DRIVER
                                + "','trogdor.agent.port':0,'trogdor.coordinator.port':" + FreePort.next() + "},"
                                + node(1, listening) + "," + node(2, listening) + "}}")
                        .replace('\'', '"'));
        for (int host = 1; host <= 2; host++) {
            AGENTS.add(agent(host, "--listen", Networks.address(host)));
        }
    }

    private static String node(int host, int port) {
        return "'load-" + host + "':{'hostname':'" + Networks.address(host) + "','trogdor.agent.port':" + port + "}";
    }

    /** Returns an agent that answers. */
    private static BenchProcess agent(int host, String... options) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("agent", "--platform", hosts.toString(), "--name", "load-" + host));
        arguments.addAll(List.of(options));
        BenchProcess agent = BenchProcess.start(
                shared.resolve("agent-" + AGENTS.size()), Networks.within(host), arguments, Map.of());
        await().atMost(PATIENCE).until(() -> agent.stdout().stream().anyMatch(line -> line.contains("listens on")));
        return agent;
    }

    @AfterAll
    static void down() throws Exception {
        AGENTS.forEach(BenchProcess::close);
        if (networks != null) {
            networks.close();
        }
        if (brokers != null) {
            brokers.close();
        }
    }

    private BenchProcess sweep(String window, String... scenario) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(scenario));
        arguments.addAll(List.of("-p", "minInsyncReplicas=2", "-p", "recordSize=100"));
        arguments.addAll(List.of("--bootstrap-server", brokers.bootstrapServers()));
        arguments.addAll(ShortSweep.of("-f", "1", "--hosts", hosts.toString(), "--results", results()));
        arguments.set(arguments.lastIndexOf("-r") + 1, window);
        return BenchProcess.start(directory, arguments);
    }

    private String results() {
        return directory.resolve("results").toString();
    }

    @Test
    @Tag("nightly")
    void a_sweep_has_merged_rows_whose_counts_are_those_of_the_log() throws Exception {
        try (BenchProcess bench = sweep(
                "4s",
                "FixedRate",
                "-p",
                "rate=1000",
                "-p",
                "acks=1,all",
                "-p",
                "enableIdempotence=false,true",
                "-p",
                "recordsPerTransaction=400")) {
            bench.await();

            assertThat(bench.samples())
                    .extracting(row -> row.get("mode"))
                    .containsExactlyInAnyOrder("acks=1", "acks=all", "idempotent", "transactional");
            assertThat(bench.samples()).allSatisfy(row -> {
                assertThat(row.get("status")).as(row.get("status_reason")).isEqualTo("OK");
                assertThat(row.get("hosts")).isEqualTo("2");
                assertThat(row.get("acknowledged")).isNotEqualTo("0").isEqualTo(row.get("log_end_delta"));
            });
        }
    }

    @Test
    void a_link_that_is_cut_fails_the_sample_with_the_hosts_name_and_the_sweep_goes_on() throws Exception {
        try (BenchProcess bench = sweep(
                "10s",
                "FixedRate",
                "-p",
                "rate=1000",
                "-p",
                "acks=all",
                "-p",
                "enableIdempotence=true",
                "-p",
                "transactional=false")) {
            await().atMost(PATIENCE)
                    .until(() -> forks(AGENTS.get(0)).count() == 1
                            && forks(AGENTS.get(1)).count() == 1);
            List<ProcessHandle> lost = forks(AGENTS.get(1)).toList();

            Networks.cut(2);
            try {
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(rows("hosts.csv"))
                                .anySatisfy(row -> assertThat(row)
                                        .containsEntry("host", "load-2")
                                        .containsEntry("status", "FAILED")));
                // The lane behind the cut link ends by itself.
                await().atMost(PATIENCE).until(() -> lost.stream().noneMatch(ProcessHandle::isAlive));
            } finally {
                Networks.mend(2);
            }
            bench.await();

            List<Map<String, String>> rows = rows("samples.csv");
            assertThat(rows.get(0).get("status")).isEqualTo("FAILED");
            assertThat(rows.get(0).get("status_reason")).contains("host load-2");
            assertThat(bench.samples())
                    .singleElement()
                    .satisfies(row -> assertThat(row.get("status"))
                            .as(row.get("status_reason"))
                            .isEqualTo("OK"));
        }
    }

    private static Stream<ProcessHandle> forks(BenchProcess agent) {
        return agent.descendants().filter(handle -> WholeCommandLine.of(handle).contains("ForkedMain"));
    }

    /** Returns what a file of the only run has so far. */
    private List<Map<String, String>> rows(String file) throws IOException {
        try (Stream<Path> runs = Files.list(Path.of(results()))) {
            return runs.map(run -> run.resolve(file))
                    .filter(Files::exists)
                    .findFirst()
                    .map(CsvRows::cells)
                    .orElse(List.of());
        }
    }

    @Test
    void an_agent_without_listen_cannot_be_reached_from_another_host() throws Exception {
        int port = FreePort.next();
        Path own = Files.writeString(
                directory.resolve("hosts.json"),
                Files.readString(hosts).replaceAll("(load-1.*?agent\\.port\":)\\d+", "$1" + port));
        try (BenchProcess closed = BenchProcess.start(
                directory,
                Networks.within(1),
                List.of("agent", "--platform", own.toString(), "--name", "load-1"),
                Map.of())) {
            await().atMost(PATIENCE)
                    .until(() -> closed.stdout().stream().anyMatch(line -> line.contains("listens on")));

            assertThat(answers(List.of(), Networks.address(1), listening)).isTrue();
            assertThat(answers(List.of(), Networks.address(1), port)).isFalse();
            assertThat(answers(Networks.within(1), "127.0.0.1", port)).isTrue();
        }
    }

    /** Whether the port takes a connection that is made in this network. */
    private static boolean answers(List<String> within, String address, int port) throws Exception {
        List<String> command = new ArrayList<>(within);
        command.addAll(List.of("socat", "-u", "OPEN:/dev/null", "TCP:" + address + ":" + port + ",connect-timeout=10"));
        return new ProcessBuilder(command).start().waitFor() == 0;
    }
}
