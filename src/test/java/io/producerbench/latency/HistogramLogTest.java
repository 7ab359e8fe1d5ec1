package io.producerbench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistogramLogTest {
    private static final Instant START = Instant.parse("2026-08-01T12:00:00Z");

    @TempDir
    Path directory;

    @Test
    void what_is_read_is_what_was_written() {
        Map<Latency, Histogram> histograms = new EnumMap<>(Latency.class);
        SplittableRandom random = new SplittableRandom(42);
        for (Latency latency : Latency.values()) {
            histograms.put(
                    latency,
                    of(random.longs(500, 0, LatencyRecorder.HIGHEST_NANOS).toArray()));
        }

        assertThat(HistogramLog.read(written(histograms))).isEqualTo(histograms);
    }

    @Test
    void a_histogram_without_a_value_is_left_out() {
        assertThat(HistogramLog.read(written(Map.of(Latency.ACK, of(5), Latency.COMMIT, of()))))
                .containsOnlyKeys(Latency.ACK);
    }

    @Test
    void writing_does_not_mark_the_histogram() {
        Histogram histogram = of(5);

        written(Map.of(Latency.ACK, histogram));

        assertThat(histogram.getTag()).isNull();
    }

    @Test
    void lines_of_the_same_kind_are_added() throws IOException {
        Path file = written(Map.of(Latency.ACK, of(1_000)));
        String line = Files.readAllLines(file).stream()
                .filter(text -> text.startsWith("Tag="))
                .findFirst()
                .orElseThrow();
        Files.writeString(file, line + "\n", StandardOpenOption.APPEND);

        assertThat(HistogramLog.read(file).get(Latency.ACK).getTotalCount()).isEqualTo(2);
    }

    @Test
    void names_its_unit_its_start_and_its_tag() throws IOException {
        assertThat(Files.readAllLines(written(Map.of(Latency.ACK, of(2_000_000)))))
                .anyMatch(line -> line.equals("#[a comment; values in nanoseconds]"))
                .anyMatch(line -> line.equals("#[Histogram log format version 1.3]"))
                .anyMatch(line -> line.startsWith("#[StartTime: 1785585600.000 (seconds since epoch)"))
                .anyMatch(line -> line.startsWith("Tag=ack,0.000,10.000,2.0"));
    }

    @Test
    void hdr_histograms_own_tool_reads_the_same_percentiles() throws IOException {
        Histogram ack =
                of(new SplittableRandom(7).longs(10_000, 100_000, 50_000_000).toArray());
        Path file = written(Map.of(Latency.ACK, ack, Latency.SERVICE, of(1)));

        Map<String, Double> report = ProcessorReport.of(directory, file, "ack");

        assertThat(report)
                .containsEntry("Total_Count", 10_000.0)
                .containsEntry("Total_50%", millis(ack.getValueAtPercentile(50)))
                .containsEntry("Total_99%", millis(ack.getValueAtPercentile(99)))
                .containsEntry("Total_Max", millis(ack.getMaxValue()));
    }

    /**
     * Written by version 1.0 of this suite: one acknowledgement each of 1, 2 … 100 ms, and one
     * commit of 7 ms.
     */
    @Test
    void reads_a_file_of_format_1_3() {
        Map<Latency, Histogram> histograms = HistogramLog.read(golden());

        assertThat(histograms).containsOnlyKeys(Latency.ACK, Latency.COMMIT);
        assertThat(histograms.get(Latency.ACK)).isEqualTo(oneToHundredMillis());
        assertThat(histograms.get(Latency.COMMIT)).isEqualTo(of(7_000_000));
    }

    @Test
    void hdr_histograms_own_tool_reads_that_file_too() throws IOException {
        assertThat(ProcessorReport.of(directory, golden(), "ack"))
                .containsEntry("Total_Count", 100.0)
                .containsEntry("Total_99%", millis(oneToHundredMillis().getValueAtPercentile(99)));
    }

    private static Path golden() {
        return Path.of("src/test/resources/io/producerbench/latency/format-1.3.hlog");
    }

    private Path written(Map<Latency, Histogram> histograms) {
        Path file = directory.resolve("sample.hlog");
        HistogramLog.write(file, "a comment", START, Duration.ofSeconds(10), histograms);
        return file;
    }

    /** As the tool prints it, with three decimals. */
    private static double millis(long nanos) {
        return Math.round(nanos / 1e3) / 1e3;
    }

    private static Histogram oneToHundredMillis() {
        long[] nanos = new long[100];
        Arrays.setAll(nanos, i -> (i + 1) * 1_000_000L);
        return of(nanos);
    }

    private static Histogram of(long... nanos) {
        Histogram histogram = LatencyRecorder.empty();
        for (long value : nanos) {
            histogram.recordValue(value);
        }
        return histogram;
    }
}
