package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.producerbench.cluster.ExistingCluster;
import io.producerbench.cluster.SharedCluster;
import io.producerbench.results.CsvRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Small curves on real brokers, started as users start them. No measured number is asserted. */
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

    @Test
    void a_curve_on_an_existing_cluster_finds_a_rate_and_leaves_no_topic() throws Exception {
        String servers = SharedCluster.get().clientProperties().bootstrapServers();
        List<String> arguments = new ArrayList<>(arguments(directory.resolve("results")));
        arguments.addAll(List.of("--bootstrap-server", servers));
        try (BenchProcess bench = BenchProcess.start(directory, arguments)) {
            int exit = bench.await();

            assertThat(exit).as(() -> String.join("\n", bench.stderr())).isZero();
            assertThat(CsvRows.cells(bench.runDirectory().resolve("curve.csv")))
                    .extracting(row -> row.get("cluster_kind"))
                    .isNotEmpty()
                    .containsOnly("external");
            assertThat(CsvRows.cells(bench.runDirectory().resolve("curve-summary.csv")))
                    .extracting(row -> row.get("about"))
                    .contains("goal");
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            assertThat(admin.listTopics().names().get()).noneMatch(topic -> topic.startsWith(ExistingCluster.NAMES));
        }
    }

    /** Each trial kills a broker and heals the cluster, so that a whole search would take a quarter of an hour. */
    @Test
    void a_curve_with_a_dead_broker_searches_among_trials_that_each_lack_one() throws Exception {
        Path results = directory.resolve("results");
        List<String> arguments = new ArrayList<>(arguments(results));
        arguments.addAll(List.of("-p", "brokersDown=1"));
        try (BenchProcess bench = BenchProcess.start(directory, arguments)) {
            await().atMost(Duration.ofMinutes(12)).until(() -> isSearching(results));
            bench.signal("TERM");
            bench.await();

            assertThat(CsvRows.cells(only(results).resolve("curve.csv")))
                    .allSatisfy(row ->
                            assertThat(row).containsEntry("brokers_down", "1").containsEntry("killed_broker", "1"));
            assertThat(bench.started()).isEmpty();
        }
    }

    /** True if a trial of the search counts. */
    private static boolean isSearching(Path results) throws Exception {
        return rows(results).size() > 1
                && CsvRows.cells(only(results).resolve("curve.csv")).stream()
                        .anyMatch(row -> "search".equals(row.get("phase")) && "".equals(row.get("dropped")));
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
