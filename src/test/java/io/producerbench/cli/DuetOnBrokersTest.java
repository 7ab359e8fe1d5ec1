package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.results.CsvRows;
import java.nio.file.Files;
import java.nio.file.Path;
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
        List<String> arguments = List.of(
                "duet",
                "linger.ms=5",
                "linger.ms=0",
                "-p",
                "acks=1,all",
                "-p",
                "enableIdempotence=false",
                "-p",
                "transactional=false",
                "-f",
                "2",
                "-w",
                "1s",
                "-i",
                "3",
                "-r",
                "300ms",
                "--looks",
                "1,2",
                "--most-steal",
                "1",
                "--most-others",
                "1",
                "--broker-warm-up-rounds",
                "1",
                "--seed",
                "7",
                "--results",
                directory.resolve("results").toString());
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

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }
}
