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

/** A tiny duet of clients alone, started as users start it. No measured number is asserted. */
@Tag("truth")
@Tag("alone")
@Timeout(600)
class DuetAgainstStubTest {
    @TempDir
    Path directory;

    @Test
    void two_settings_of_the_client_are_compared_on_a_stub_broker() throws Exception {
        List<String> arguments = List.of(
                "duet",
                "linger.ms=5",
                "linger.ms=0",
                "--against",
                "stub",
                "-p",
                "acks=all",
                "-p",
                "enableIdempotence=true",
                "-f",
                "1",
                "-w",
                "1s",
                "-i",
                "3",
                "-r",
                "300ms",
                "--looks",
                "1",
                "--most-steal",
                "1",
                "--most-others",
                "1",
                "--broker-warm-up-rounds",
                "1",
                "--results",
                directory.resolve("results").toString());
        try (BenchProcess bench = BenchProcess.start(directory, arguments)) {
            int exit = bench.await();
            assertThat(exit).as(() -> String.join("\n", bench.stderr())).isZero();
            Path run = bench.runDirectory();
            List<Map<String, String>> pairs = CsvRows.cells(run.resolve("duet.csv"));
            assertThat(pairs).extracting(pair -> pair.get("transactional")).containsExactlyInAnyOrder("false", "true");
            assertThat(pairs).allSatisfy(pair -> {
                assertThat(pair.get("cluster_kind")).isEqualTo("stub");
                assertThat(pair.get("broker_version")).isEmpty();
                assertThat(pair.get("capacity_valid")).isEqualTo("false");
                assertThat(pair.get("dropped")).isEmpty();
                assertThat(Double.parseDouble(pair.get("log_ratio_records_per_s")))
                        .isFinite();
                assertThat(Double.parseDouble(pair.get("log_ratio_client_cpu_us_per_record")))
                        .isFinite();
            });
            assertThat(Files.readString(run.resolve("plan.json"))).contains("\"against\" : \"stub\"");
            assertThat(bench.stdout()).anyMatch(line -> line.startsWith("against a stub broker"));
            assertThat(bench.started()).isEmpty();
        }
    }
}
