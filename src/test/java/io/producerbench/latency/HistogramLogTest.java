package io.producerbench.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistogramLogTest {
    private static final Instant START = Instant.parse("2026-08-01T12:00:00Z");
    /** HistogramLogReader calculates times as floating point numbers. */
    private static final TemporalUnitOffset A_MILLISECOND = within(1, ChronoUnit.MILLIS);

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
                .anyMatch(line -> line.startsWith("Tag=ack,1785585600.000,10.000,2.0"));
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

    @Test
    void files_one_after_the_other_keep_their_times() throws IOException {
        Path first = written(Map.of(Latency.ACK, of(1_000_000)));
        Path second = directory.resolve("second.hlog");
        Instant later = START.plusSeconds(60);
        HistogramLog.write(
                second,
                "later",
                later,
                HistogramLine.whole(later, Duration.ofMillis(100), Map.of(Latency.ACK, of(2_000_000))));
        Path both =
                Files.writeString(directory.resolve("both.hlog"), Files.readString(first) + Files.readString(second));

        assertThat(HistogramLog.lines(both)).extracting(HistogramLine::start).containsExactly(START, later);
        assertThat(HistogramLog.lines(both))
                .extracting(HistogramLine::end)
                .containsExactly(START.plusSeconds(10), later.plusMillis(100));
        assertThat(ProcessorReport.of(directory, both, "ack")).containsEntry("Total_Count", 2.0);
    }

    @Test
    void lines_keep_the_order_and_the_times_of_the_intervals() {
        Path file = directory.resolve("sample.hlog");
        ByteBuffer buffer = LatencyInterval.buffer();
        long opened = 5_000_000_000L;
        HistogramLog.write(
                file,
                "a comment",
                START,
                HistogramLine.of(
                        START,
                        opened,
                        Map.of(
                                Latency.SERVICE,
                                List.of(LatencyInterval.of(of(7), opened, opened + 100_000_000, buffer)),
                                Latency.ACK,
                                List.of(
                                        LatencyInterval.of(of(3), opened + 100_000_000, opened + 200_000_000, buffer),
                                        LatencyInterval.of(of(1), opened, opened + 100_000_000, buffer),
                                        LatencyInterval.of(of(2), opened, opened + 100_000_000, buffer)))));

        List<HistogramLine> lines = HistogramLog.lines(file);
        assertThat(lines).extracting(HistogramLine::tag).containsExactly("ack", "service", "ack");
        assertThat(lines).extracting(HistogramLine::histogram).containsExactly(of(1, 2), of(7), of(3));
        assertThat(lines.get(1).start()).isEqualTo(START);
        assertThat(lines.get(1).end()).isCloseTo(START.plusMillis(100), A_MILLISECOND);
        assertThat(lines.get(2).start()).isCloseTo(START.plusMillis(100), A_MILLISECOND);
        assertThat(lines.get(2).end()).isCloseTo(START.plusMillis(200), A_MILLISECOND);
        assertThat(HistogramLog.read(file)).containsEntry(Latency.ACK, of(1, 2, 3));
    }

    @Test
    void a_collection_is_a_line_that_is_as_long_as_it_took_and_no_latency() {
        Path file = directory.resolve("sample.hlog");
        HistogramLine pause = HistogramLine.of(new GcPause(START.plusMillis(7), Duration.ofMillis(25)));
        HistogramLog.write(
                file,
                "a comment",
                START,
                List.of(pause, new HistogramLine("ack", START, START.plusMillis(100), of(5))));

        assertThat(HistogramLog.lines(file)).extracting(HistogramLine::tag).containsExactly("ack", "gc");
        assertThat(HistogramLog.lines(file).get(1)).isEqualTo(pause);
        assertThat(pause.end()).isEqualTo(START.plusMillis(32));
        assertThat(HistogramLog.read(file)).containsOnlyKeys(Latency.ACK);
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
        HistogramLog.write(file, "a comment", START, HistogramLine.whole(START, Duration.ofSeconds(10), histograms));
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
