package io.producerbench.report.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.latency.Latency;
import io.producerbench.report.drawing.Place;
import io.producerbench.results.ResultFileException;
import io.producerbench.results.ResultRow;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class HistogramFilesTest {
    @TempDir
    Path directory;

    @Test
    void each_line_is_a_point_of_the_timeline_in_the_order_of_the_file() throws IOException {
        TimedLog.write(directory.resolve("sample.hlog"), "ack", List.of(5, 70, 6));

        List<Place> timeline =
                new HistogramFiles(directory).of(row("sample.hlog")).timeline();

        assertThat(timeline).extracting(Place::x).containsExactly(0.1, 0.2, 0.3);
        assertThat(timeline).extracting(place -> Math.round(place.y())).containsExactly(5L, 70L, 6L);
    }

    @Test
    void what_happened_is_beside_the_timeline_and_what_is_not_known_is_left_out() throws IOException {
        Path file = directory.resolve("sample.hlog");
        TimedLog.write(file, "ack", List.of(5, 70, 6));
        TimedLog.append(file, "gc", 100, 200);
        TimedLog.append(file, "isr-shrink", 100, 1100);
        TimedLog.append(file, "of-a-later-version", 100, 200);

        SampleLog log = new HistogramFiles(directory).of(row("sample.hlog"));

        assertThat(log.events())
                .containsExactly(
                        new TimelineEvent(TimelineEvent.EventRow.GC, 0.1, 0.2),
                        new TimelineEvent(TimelineEvent.EventRow.ISR_SHRINK, 0.1, 1.1));
        assertThat(SampleLog.EMPTY.with(log).events()).isEqualTo(log.events());
        assertThat(log.sums().get(Latency.ACK).getTotalCount()).isEqualTo(300);
    }

    @Test
    void the_sum_has_the_values_of_all_lines() throws IOException {
        TimedLog.write(directory.resolve("sample.hlog"), "ack", List.of(5, 70, 6));

        SampleLog log = new HistogramFiles(directory).of(row("sample.hlog"));

        assertThat(log.sums()).containsOnlyKeys(Latency.ACK);
        assertThat(log.sums().get(Latency.ACK).getTotalCount()).isEqualTo(300);
        assertThat(log.with(log).sums().get(Latency.ACK).getTotalCount()).isEqualTo(600);
        assertThat(log.sums().get(Latency.ACK).getTotalCount()).isEqualTo(300);
        assertThat(SampleLog.EMPTY.with(log).timeline()).isEqualTo(log.timeline());
    }

    @Test
    void a_missing_file_has_none_and_so_has_a_row_that_names_none() {
        assertThat(new HistogramFiles(directory).of(row("gone.hlog"))).isEqualTo(SampleLog.EMPTY);
        assertThat(new HistogramFiles(directory).of(row(""))).isEqualTo(SampleLog.EMPTY);
    }

    @Test
    void a_row_cannot_name_a_file_outside_of_the_directory() {
        assertThatThrownBy(() -> new HistogramFiles(directory).of(row("../../other.hlog")))
                .isInstanceOf(ResultFileException.class)
                .hasMessageContaining("expected the name of a .hlog file, got '../../other.hlog'");
    }

    private static ResultRow row(String file) {
        return new ResultRow(Path.of("samples.csv"), 2, Map.of("histogram_file", file));
    }

    /** A log with a line each 100 ms. */
    public static final class TimedLog {
        private TimedLog() {}

        public static void write(Path file, String tag, List<Integer> millis) throws IOException {
            try (PrintStream out = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
                HistogramLogWriter writer = new HistogramLogWriter(out);
                writer.outputLogFormatVersion();
                writer.outputStartTime(0);
                writer.setBaseTime(0);
                writer.outputLegend();
                for (int i = 0; i < millis.size(); i++) {
                    line(writer, tag, millis.get(i), 100L * i, 100L * (i + 1));
                }
            }
        }

        /** Appends a line of 100 values. */
        public static void append(Path file, String tag, long from, long to) throws IOException {
            try (PrintStream out = new PrintStream(
                    Files.newOutputStream(file, StandardOpenOption.APPEND), false, StandardCharsets.UTF_8)) {
                HistogramLogWriter writer = new HistogramLogWriter(out);
                writer.setBaseTime(0);
                line(writer, tag, (int) (to - from), from, to);
            }
        }

        private static void line(HistogramLogWriter writer, String tag, int millis, long from, long to) {
            Histogram line = new Histogram(3);
            line.recordValueWithCount(millis * 1_000_000L, 100);
            line.setTag(tag);
            line.setStartTimeStamp(from);
            line.setEndTimeStamp(to);
            writer.outputIntervalHistogram(line);
        }
    }
}
