package io.producerbench.latency;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Writes and reads a sample's histograms in HdrHistogram's interval log format 1.3: a tagged
 * line for each kind of latency and each tenth of a second, values in nanoseconds. Any HdrHistogram
 * tool reads the file, such as {@code org.HdrHistogram.HistogramLogProcessor -tag ack}. Times are
 * absolute, so that files can be put one after the other.
 */
public final class HistogramLog {
    private HistogramLog() {}

    /** Writes the whole file, in the order of time. Lines without a value are left out. */
    public static void write(Path file, String comment, Instant start, List<HistogramLine> lines) {
        // Into memory first, because a PrintStream would swallow why the disk takes no more.
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream print = new PrintStream(out, false, StandardCharsets.UTF_8)) {
            HistogramLogWriter writer = new HistogramLogWriter(print);
            writer.outputComment("[" + comment + "; values in nanoseconds]");
            writer.outputLogFormatVersion();
            writer.outputStartTime(start.toEpochMilli());
            writer.outputLegend();
            List<HistogramLine> written = lines.stream()
                    .filter(line -> line.histogram().getTotalCount() > 0)
                    .sorted(HistogramLine.BY_TIME)
                    .toList();
            for (HistogramLine line : written) {
                Histogram histogram = line.histogram().copy();
                histogram.setTag(line.tag());
                histogram.setStartTimeStamp(line.start().toEpochMilli());
                histogram.setEndTimeStamp(line.end().toEpochMilli());
                writer.outputIntervalHistogram(histogram);
            }
            print.flush();
            Files.write(file, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Reads what a file that {@link #write} wrote has of each latency: the sum of its lines. */
    public static Map<Latency, Histogram> read(Path file) {
        Map<Latency, Histogram> histograms = new EnumMap<>(Latency.class);
        List<HistogramLine> lines = lines(file);
        for (Latency latency : Latency.values()) {
            lines.stream()
                    .filter(line -> line.tag().equals(latency.label()))
                    .forEach(line -> histograms
                            .computeIfAbsent(latency, unused -> LatencyRecorder.empty())
                            .add(line.histogram()));
        }
        return histograms;
    }

    /**
     * Reads the tagged lines of a file, in its order. Files of earlier versions have one for each
     * latency.
     */
    public static List<HistogramLine> lines(Path file) {
        List<HistogramLine> lines = new ArrayList<>();
        try (var in = Files.newInputStream(file);
                HistogramLogReader reader = new HistogramLogReader(in)) {
            for (EncodableHistogram line = reader.nextIntervalHistogram();
                    line != null;
                    line = reader.nextIntervalHistogram()) {
                if (line.getTag() != null) {
                    lines.add(new HistogramLine(
                            line.getTag(),
                            Instant.ofEpochMilli(line.getStartTimeStamp()),
                            Instant.ofEpochMilli(line.getEndTimeStamp()),
                            (Histogram) line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return lines;
    }
}
