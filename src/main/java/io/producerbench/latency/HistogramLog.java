package io.producerbench.latency;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Writes and reads a sample's histograms in HdrHistogram's interval log format 1.3: one tagged line
 * for each kind of latency, values in nanoseconds. Any HdrHistogram tool reads the file, such as
 * {@code org.HdrHistogram.HistogramLogProcessor -tag ack}.
 */
public final class HistogramLog {
    private HistogramLog() {}

    /** Writes the whole file. {@code histograms} without a value are left out. */
    public static void write(
            Path file, String comment, Instant start, Duration length, Map<Latency, Histogram> histograms) {
        // Into memory first, because a PrintStream would swallow why the disk takes no more.
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream print = new PrintStream(out, false, StandardCharsets.UTF_8)) {
            HistogramLogWriter writer = new HistogramLogWriter(print);
            writer.outputComment("[" + comment + "; values in nanoseconds]");
            writer.outputLogFormatVersion();
            writer.outputStartTime(start.toEpochMilli());
            writer.setBaseTime(start.toEpochMilli());
            writer.outputBaseTime(start.toEpochMilli());
            writer.outputLegend();
            histograms.forEach((latency, histogram) -> {
                if (histogram.getTotalCount() > 0) {
                    Histogram line = histogram.copy();
                    line.setTag(latency.label());
                    line.setStartTimeStamp(start.toEpochMilli());
                    line.setEndTimeStamp(start.plus(length).toEpochMilli());
                    writer.outputIntervalHistogram(line);
                }
            });
            print.flush();
            Files.write(file, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Reads a file that {@link #write} wrote. Lines of the same kind are added. */
    public static Map<Latency, Histogram> read(Path file) {
        Map<Latency, Histogram> histograms = new EnumMap<>(Latency.class);
        try (var in = Files.newInputStream(file);
                HistogramLogReader reader = new HistogramLogReader(in)) {
            for (EncodableHistogram line = reader.nextIntervalHistogram();
                    line != null;
                    line = reader.nextIntervalHistogram()) {
                for (Latency latency : Latency.values()) {
                    if (latency.label().equals(line.getTag())) {
                        histograms
                                .computeIfAbsent(latency, unused -> LatencyRecorder.empty())
                                .add((Histogram) line);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return histograms;
    }
}
