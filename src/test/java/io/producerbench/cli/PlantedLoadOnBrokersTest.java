package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.producerbench.results.CsvRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Sweeps on real brokers beside a planted load: a sample in whose window the load took more than a
 * tenth of the machine is not OK. The planted program's own count of CPU time is the truth.
 */
@Tag("nightly")
@Tag("alone")
@Timeout(7200)
class PlantedLoadOnBrokersTest {
    private static final int BLOCKS = Integer.getInteger("planted.blocks", 10);
    private static final double LIMIT = 0.1;
    private static final double MOST_MISSED = 0.01;

    @TempDir
    Path directory;

    /** @param planted the share of the machine that the planted load used in the sample's window */
    private record DisturbedSample(String name, String status, double planted, String others) {
        private static DisturbedSample of(Map<String, String> row, Path log, PlantedLoad load) {
            Optional<Span> span = Span.of(log);
            return new DisturbedSample(
                    row.get("benchmark") + " " + row.get("block") + " attempt " + row.get("attempt"),
                    row.get("status"),
                    span.map(window -> load.share(window.start, window.end)).orElse(0.0),
                    row.get("others_cpu_share"));
        }

        private boolean isDisturbed() {
            return planted > LIMIT;
        }
    }

    /** From the first histogram's start to the last one's end. */
    private record Span(Instant start, Instant end) {
        private static Optional<Span> of(Path log) {
            long start = Long.MAX_VALUE;
            long end = Long.MIN_VALUE;
            try (var in = Files.newInputStream(log);
                    HistogramLogReader reader = new HistogramLogReader(in)) {
                for (EncodableHistogram line = reader.nextIntervalHistogram();
                        line != null;
                        line = reader.nextIntervalHistogram()) {
                    start = Math.min(start, line.getStartTimeStamp());
                    end = Math.max(end, line.getEndTimeStamp());
                }
            } catch (IOException e) {
                return Optional.empty();
            }
            return end < start
                    ? Optional.empty()
                    : Optional.of(new Span(Instant.ofEpochMilli(start), Instant.ofEpochMilli(end)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_a_planted_load_disturbed_is_not_ok(PlantedLoad.Kind kind) throws Exception {
        List<DisturbedSample> samples = sweepBeside(kind);

        samples.forEach(sample -> System.out.printf(
                "%s %-24s %-8s planted %.3f others %s%n",
                kind, sample.name, sample.status, sample.planted, sample.others));
        List<DisturbedSample> disturbed =
                samples.stream().filter(DisturbedSample::isDisturbed).toList();
        assertThat(disturbed).as("samples that the load disturbed").isNotEmpty();
        List<DisturbedSample> missed =
                disturbed.stream().filter(sample -> sample.status.equals("OK")).toList();
        assertThat(missed).hasSizeLessThanOrEqualTo((int) (MOST_MISSED * disturbed.size()));
    }

    private List<DisturbedSample> sweepBeside(PlantedLoad.Kind kind) throws Exception {
        List<String> arguments = List.of(
                "-p",
                "acks=all",
                "-p",
                "enableIdempotence=false",
                "-p",
                "transactional=false",
                "-p",
                "minInsyncReplicas=2",
                "-p",
                "recordSize=1024",
                "-f",
                Integer.toString(BLOCKS),
                "-wi",
                "1",
                "-w",
                "1s",
                "-i",
                "1",
                "-r",
                "3s",
                "--broker-warm-up-rounds",
                "2",
                "--results",
                directory.resolve("results").toString());
        try (BenchProcess bench = BenchProcess.start(directory, arguments)) {
            // The compiler begins in the middle of the run, as a build does.
            String begins = kind == PlantedLoad.Kind.COMPILER ? "block 2/" : "block 1/";
            await().atMost(Duration.ofMinutes(10))
                    .until(() -> !bench.isAlive() || bench.stderr().stream().anyMatch(line -> line.startsWith(begins)));
            Path classes = Files.createDirectory(directory.resolve("classes"));
            try (PlantedLoad load = PlantedLoad.start(kind, classes)) {
                await().atMost(Duration.ofMinutes(60)).until(() -> !bench.isAlive());
                return samples(bench, load);
            }
        }
    }

    private static List<DisturbedSample> samples(BenchProcess bench, PlantedLoad load) {
        Path run = bench.runDirectory();
        List<DisturbedSample> samples = new ArrayList<>();
        for (Map<String, String> row : CsvRows.cells(run.resolve("samples.csv"))) {
            String log = row.get("histogram_file");
            if (!log.isEmpty()) {
                samples.add(DisturbedSample.of(row, run.resolve("histograms").resolve(log), load));
            }
        }
        return samples;
    }
}
