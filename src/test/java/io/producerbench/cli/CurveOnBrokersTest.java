package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.producerbench.results.CsvRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small curve on real brokers, started as users start it, killed, and gone on with. No measured
 * number is asserted.
 */
@Tag("cluster")
@Tag("nightly")
@Timeout(900)
class CurveOnBrokersTest {
    @TempDir
    Path directory;

    @Test
    void a_curve_that_is_killed_goes_on_and_measures_nothing_twice() throws Exception {
        Path results = directory.resolve("results");
        List<String> finished;
        Path run;
        try (BenchProcess bench = BenchProcess.start(directory, arguments(results))) {
            await().atMost(Duration.ofMinutes(6)).until(() -> rows(results).size() > 4);
            bench.signal("KILL");
            bench.await();
            run = only(results);
            finished = lines(run);
        }

        try (BenchProcess bench = BenchProcess.start(directory, List.of("curve", "--resume", run.toString()))) {
            int exit = bench.await();

            assertThat(exit).as(() -> String.join("\n", bench.stderr())).isZero();
            assertThat(lines(run)).startsWith(finished.toArray(String[]::new));
            List<Map<String, String>> rows = CsvRows.cells(run.resolve("curve.csv"));
            assertThat(rows)
                    .extracting(row -> row.get("block") + "/" + row.get("order_in_block"))
                    .doesNotHaveDuplicates();
            assertThat(rows).extracting(row -> row.get("phase")).contains("maximum", "ladder", "search");
            assertThat(CsvRows.cells(run.resolve("curve-summary.csv")))
                    .extracting(row -> row.get("about"))
                    .contains("goal", "load");
            assertThat(bench.stdout()).anyMatch(line -> line.startsWith("acks=1"));
            assertThat(bench.started()).isEmpty();
        }
    }

    private static List<String> arguments(Path results) {
        return List.of(
                "curve",
                "--slo",
                "p99=2s",
                "-p",
                "acks=1",
                "-f",
                "1",
                "-w",
                "200ms",
                "-r",
                "500ms",
                "--most-steal",
                "1",
                "--most-others",
                "1",
                "--broker-warm-up-rounds",
                "1",
                "--results",
                results.toString());
    }

    private static Path only(Path results) throws Exception {
        try (Stream<Path> runs = Files.list(results)) {
            return runs.findFirst().orElseThrow();
        }
    }

    private static List<String> rows(Path results) throws Exception {
        if (!Files.isDirectory(results)) {
            return List.of();
        }
        try (Stream<Path> runs = Files.list(results)) {
            Optional<Path> run = runs.findFirst();
            return run.isPresent() ? lines(run.get()) : List.of();
        }
    }

    private static List<String> lines(Path run) throws Exception {
        Path file = run.resolve("curve.csv");
        return Files.exists(file) ? new ArrayList<>(Files.readAllLines(file)) : List.of();
    }
}
