package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.cluster.TestBrokers;
import io.producerbench.load.ClientVersion;
import io.producerbench.results.CsvRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A tiny duet on real brokers, started as users start it. No measured number is asserted, only that
 * numbers agree.
 */
@Tag("cluster")
@Tag("nightly")
@Timeout(900)
class DuetOnBrokersTest {
    @TempDir
    Path directory;

    @Test
    void two_settings_give_a_row_for_each_pair_and_a_verdict_for_each_scenario() throws Exception {
        List<String> arguments =
                duet("linger.ms=5", "linger.ms=0", "-p", "acks=1,all", "-p", "enableIdempotence=false");
        arguments.addAll(List.of("-p", "transactional=false", "-f", "2", "--looks", "1,2", "--seed", "7"));
        try (BenchProcess bench = BenchProcess.start(directory, arguments)) {
            int exit = bench.await();
            assertThat(exit).as(() -> String.join("\n", bench.stderr())).isZero();
            Path run = bench.runDirectory();
            List<Map<String, String>> pairs = CsvRows.cells(run.resolve("duet.csv"));
            assertThat(pairs).hasSize(4).allSatisfy(pair -> {
                assertThat(pair.get("linger.ms")).isEqualTo("5");
                assertThat(pair.get("base_status") + pair.get("new_status")).doesNotContain("FAILED");
                assertThat(pair.get("base_leader_moves")).isEqualTo("0");
                assertThat(pair.get("new_smallest_isr")).isEqualTo("3");
                // The two need not be equal: one is the mean of slot pairs, the other a ratio of sums.
                assertThat(number(pair, "log_ratio_records_per_s")).isFinite();
                assertThat(number(pair, "log_ratio_broker_cpu_us_per_record")).isFinite();
            });
            assertThat(CsvRows.cells(run.resolve("duet-summary.csv"))).hasSize(6);
            assertThat(Files.readString(run.resolve("environment.json"))).contains("\"linger.ms=0\"", "\"drop_rule\"");
            assertThat(bench.stdout()).anyMatch(line -> line.startsWith("max-rate-acks-all"));
            assertThat(bench.started()).isEmpty();
            assertThat(bench.workspaces()).isEmpty();
        }
    }

    @Test
    void each_transaction_protocol_has_a_cluster_of_its_own() throws Exception {
        String brokers = "broker:" + TestBrokers.VERSION + ",transaction.version=";
        List<String> arguments = duet(brokers + 1, brokers + 2, "-p", "acks=all", "-p", "transactional=true");
        arguments.addAll(List.of("-f", "1", "--looks", "1"));
        try (BenchProcess bench = BenchProcess.start(directory, arguments)) {
            assertThat(bench.await())
                    .as(() -> String.join("\n", bench.stderr()))
                    .isZero();
            assertThat(CsvRows.cells(bench.runDirectory().resolve("duet.csv")))
                    .singleElement()
                    .satisfies(pair -> {
                        assertThat(pair.get("base_status") + pair.get("new_status"))
                                .doesNotContain("FAILED");
                        assertThat(number(pair, "log_ratio_records_per_s")).isFinite();
                    });
            assertThat(bench.stderr())
                    .filteredOn(line -> line.startsWith("starting three brokers"))
                    .hasSize(2);
            assertThat(bench.started()).isEmpty();
        }
    }

    @Test
    void a_setting_of_a_client_version_reaches_its_producer_and_an_unknown_one_is_refused() throws Exception {
        String client = "client:" + ClientVersion.read();
        List<String> arguments = duet(client, client + ",send.buffer.bytes=4096", "-p", "acks=all");
        arguments.addAll(List.of("-p", "enableIdempotence=true", "-p", "transactional=false"));
        arguments.addAll(List.of("--against", "stub", "-f", "1", "--looks", "1"));
        try (BenchProcess bench = BenchProcess.start(directory, arguments)) {
            assertThat(bench.await())
                    .as(() -> String.join("\n", bench.stderr()))
                    .isZero();
            assertThat(Files.readString(bench.runDirectory().resolve("environment.json")))
                    .contains("\"send.buffer.bytes\" : \"4096\"");
        }
        try (BenchProcess bench = BenchProcess.start(
                directory.resolve("refused"),
                List.of("duet", client, client + ",sendd.buffer.bytes=4096", "--against", "stub"))) {
            assertThat(bench.await()).isEqualTo(2);
            assertThat(bench.stderr())
                    .anyMatch(line -> line.endsWith("this version of the producer has no setting"
                            + " 'sendd.buffer.bytes'; did you mean 'send.buffer.bytes'?"));
        }
    }

    /** Returns the arguments of a duet that is as short as can be, on a machine that may do other things. */
    private List<String> duet(String base, String other, String... scenarios) {
        List<String> arguments = new ArrayList<>(List.of("duet", base, other));
        arguments.addAll(List.of(scenarios));
        arguments.addAll(List.of("-w", "1s", "-i", "3", "-r", "300ms", "--most-steal", "1", "--most-others", "1"));
        arguments.addAll(List.of("--broker-warm-up-rounds", "1"));
        arguments.addAll(List.of("--results", directory.resolve("results").toString()));
        return arguments;
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }
}
