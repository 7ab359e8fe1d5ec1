package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.producerbench.results.CsvRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sweeps on real brokers that do not come to their end: interrupted, killed, or without a broker.
 */
@Tag("cluster")
@Timeout(900)
class SweepEndsOnBrokersTest {
    @TempDir
    Path directory;

    @Test
    void an_interrupted_sweep_leaves_nothing_running_and_can_be_resumed() throws Exception {
        List<String> arguments = ShortSweep.ofOneCell("-f", "3", "--results", results());
        Path run;
        try (BenchProcess bench = BenchProcess.start(directory, arguments)) {
            awaitLine(bench, "block 1/3");
            bench.signal("INT");
            assertThat(bench.await()).isEqualTo(130);
            await().atMost(Duration.ofSeconds(30)).until(() -> bench.started().isEmpty());
            assertThat(bench.workspaces()).isEmpty();
            run = runDirectoryIn(Path.of(results()));
            assertThat(run.resolve("summary.csv")).doesNotExist();
        }
        Path again = directory.resolve("again");
        try (BenchProcess bench = BenchProcess.start(again, List.of("--resume", run.toString()))) {
            bench.await();
            assertThat(CsvRows.cells(run.resolve("samples.csv")))
                    .extracting(row -> row.get("block"))
                    .containsExactly("1", "2", "3");
            assertThat(run.resolve("summary.csv")).isNotEmptyFile();
            // JMH's own result holds no sample that is not OK, as one may be on a busy host.
            long usable = CsvRows.cells(run.resolve("samples.csv")).stream()
                    .filter(row -> row.get("status").equals("OK"))
                    .count();
            assertThat(usable).isPositive();
            assertThat(run.resolve("jmh-result.json")).content().contains("\"forks\" : " + usable);
        }
    }

    @Test
    void brokers_and_forks_die_with_a_killed_parent() throws Exception {
        List<String> arguments = ShortSweep.ofOneCell("-f", "3", "--results", results());
        try (BenchProcess bench = BenchProcess.start(directory, arguments)) {
            awaitLine(bench, "block 1/3");
            bench.signal("KILL");
            bench.await();
            await().atMost(Duration.ofSeconds(60)).until(() -> bench.started().isEmpty());
            assertThat(bench.workspaces()).isEmpty();
        }
    }

    @Test
    void a_sweep_whose_broker_dies_is_not_complete_and_what_was_not_run_is_no_row() throws Exception {
        List<String> arguments = ShortSweep.ofOneCell("-f", "3", "--results", results());
        try (BenchProcess bench = BenchProcess.start(directory, arguments)) {
            awaitLine(bench, "block 1/3");
            broker(bench).destroyForcibly();
            assertThat(bench.await()).isEqualTo(4);
            List<Map<String, String>> rows = bench.samples();
            assertThat(rows).hasSizeLessThan(3);
            assertThat(runDirectoryIn(Path.of(results())).resolve("summary.csv"))
                    .doesNotExist();
            assertThat(bench.stderr()).anyMatch(line -> line.startsWith("not OK: block 3"));
            assertThat(bench.started()).isEmpty();
        }
    }

    private static ProcessHandle broker(BenchProcess bench) {
        return bench.started().stream()
                .filter(handle -> handle.info().commandLine().orElse("").contains("kafka.Kafka"))
                .filter(handle -> !handle.info().commandLine().orElse("").contains("-Xmx256m"))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitLine(BenchProcess bench, String start) {
        await().atMost(Duration.ofMinutes(5)).until(() -> {
            assertThat(bench.isAlive())
                    .as(() -> "ended early: " + bench.stderr())
                    .isTrue();
            return bench.stderr().stream().anyMatch(line -> line.startsWith(start));
        });
    }

    private String results() {
        return directory.resolve("results").toString();
    }

    private static Path runDirectoryIn(Path results) throws IOException {
        try (Stream<Path> runs = Files.list(results)) {
            return runs.findFirst().orElseThrow();
        }
    }
}
