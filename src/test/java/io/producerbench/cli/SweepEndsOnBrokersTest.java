package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.producerbench.results.CsvRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
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
        List<String> arguments = ShortSweep.ofOneCell("-f", "2", "--results", results());
        Path run;
        try (BenchProcess bench = BenchProcess.start(directory, arguments)) {
            awaitLine(bench, "block 1/2");
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
            assertThat(bench.samples()).extracting(row -> row.get("block")).containsExactly("1", "2");
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
    @Tag("nightly")
    void brokers_and_forks_die_with_a_killed_parent() throws Exception {
        // The window is so long that a fork that is still there after it has outlived its parent.
        List<String> arguments = new ArrayList<>(ShortSweep.ofOneCell("--results", results()));
        arguments.set(arguments.lastIndexOf("-r") + 1, "200s");
        try (BenchProcess bench = BenchProcess.start(directory, arguments)) {
            awaitAlive(
                    bench,
                    () -> fork(bench).filter(SweepEndsOnBrokersTest::isSending).isPresent());
            bench.signal("KILL");
            bench.await();
            await().atMost(Duration.ofSeconds(60)).until(() -> bench.started().isEmpty());
            assertThat(bench.workspaces()).isEmpty();
        }
    }

    @Test
    @Tag("nightly")
    void after_a_broker_died_the_brokers_are_started_anew_and_every_planned_sample_has_numbers() throws Exception {
        List<String> arguments = ShortSweep.ofOneCell("-f", "2", "--results", results());
        try (BenchProcess bench = BenchProcess.start(directory, arguments)) {
            awaitLine(bench, "block 1/2");
            broker(bench).destroyForcibly();
            int exit = bench.await();
            List<Map<String, String>> rows = bench.samples();
            assertThat(rows)
                    .hasSize(2)
                    .allSatisfy(row -> assertThat(row.get("status"))
                            .as(row.get("status_reason"))
                            .isNotEqualTo("FAILED"));
            boolean allOk = rows.stream().allMatch(row -> row.get("status").equals("OK"));
            assertThat(exit).isEqualTo(allOk ? 0 : 4);
            assertThat(bench.stderr())
                    .anyMatch(line -> line.matches("broker-\\d exited with code 137; .*; starting the brokers anew"));
            assertThat(bench.runDirectory().resolve("environment-2.json")).exists();
            assertVariablesReachAllAlike(bench);
            assertThat(bench.started()).isEmpty();
        }
    }

    /** This test's own variable moves JMH's lock; see {@link BenchProcess}. */
    private static void assertVariablesReachAllAlike(BenchProcess bench) {
        assertThat(bench.stderr())
                .filteredOn(line -> line.startsWith(
                        "warning: JDK_JAVA_OPTIONS is set (-Djava.io.tmpdir -Dproducerbench.locks -XX:TieredStopAtLevel=1)"
                                + " and changes"))
                .hasSize(1);
        Path run = bench.runDirectory();
        assertThat(run.resolve("environment.json")).content().containsPattern("\"JDK_JAVA_OPTIONS\"");
        for (String log : List.of("jmh.log", "broker-logs/broker-1.log", "broker-logs/controller-100.log")) {
            assertThat(run.resolve("scratch").resolve(log)).content().contains("Picked up JDK_JAVA_OPTIONS");
        }
    }

    private static ProcessHandle broker(BenchProcess bench) {
        return bench.started().stream()
                .filter(handle -> handle.info().commandLine().orElse("").contains("kafka.Kafka"))
                .filter(handle -> !handle.info().commandLine().orElse("").contains("-Xmx256m"))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<ProcessHandle> fork(BenchProcess bench) {
        return bench.started().stream()
                .filter(handle -> handle.info().commandLine().orElse("").contains("ForkedMain"))
                .findFirst();
    }

    /** To start a JVM and a producer takes less CPU time than this. */
    private static boolean isSending(ProcessHandle fork) {
        return fork.info()
                .totalCpuDuration()
                .filter(cpu -> cpu.compareTo(Duration.ofSeconds(4)) > 0)
                .isPresent();
    }

    private static void awaitLine(BenchProcess bench, String start) {
        awaitAlive(bench, () -> bench.stderr().stream().anyMatch(line -> line.startsWith(start)));
    }

    private static void awaitAlive(BenchProcess bench, Callable<Boolean> condition) {
        await().atMost(Duration.ofMinutes(5)).until(() -> {
            assertThat(bench.isAlive())
                    .as(() -> "ended early: " + bench.stderr())
                    .isTrue();
            return condition.call();
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
