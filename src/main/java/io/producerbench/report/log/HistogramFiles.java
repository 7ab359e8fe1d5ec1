package io.producerbench.report.log;

import io.producerbench.latency.Latency;
import io.producerbench.report.drawing.Place;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.SampleKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/** Reads the histograms of samples from a run's directory. */
public record HistogramFiles(Path directory) {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final long NOT_BEGUN = -1;

    public static HistogramFiles of(RunDirectory run) {
        return new HistogramFiles(run.path().resolve(RunDirectory.HISTOGRAMS));
    }

    /** A file that is missing has none, because a run may be passed on without its histograms. */
    public SampleLog of(ResultRow sample) {
        String name = sample.textIfAny(SampleKeys.HISTOGRAM_FILE);
        if (name.isEmpty()) {
            return SampleLog.EMPTY;
        }
        sample.require(name.matches("[^/\\\\]+\\.hlog"), SampleKeys.HISTOGRAM_FILE, "the name of a .hlog file");
        Path file = directory.resolve(name);
        return Files.exists(file) ? read(file) : SampleLog.EMPTY;
    }

    /** Reads line by line: all lines at once would fill the memory. */
    private static SampleLog read(Path file) {
        Map<Latency, Histogram> sums = new EnumMap<>(Latency.class);
        List<Place> timeline = new ArrayList<>();
        List<Histogram> happened = new ArrayList<>();
        try (var in = Files.newInputStream(file);
                HistogramLogReader reader = new HistogramLogReader(in)) {
            long start = NOT_BEGUN;
            for (EncodableHistogram next = reader.nextIntervalHistogram();
                    next != null;
                    next = reader.nextIntervalHistogram()) {
                Histogram line = (Histogram) next;
                if (isLatency(line)) {
                    start = start == NOT_BEGUN ? line.getStartTimeStamp() : start;
                    add(line, sums);
                } else {
                    happened.add(line);
                }
                if (Latency.ACK.label().equals(line.getTag()) && line.getTotalCount() > 0) {
                    timeline.add(p99(line, start));
                }
            }
            return timeline.size() < 2
                    ? new SampleLog(sums, List.of(), List.of())
                    : new SampleLog(sums, List.copyOf(timeline), events(happened, start));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static boolean isLatency(Histogram line) {
        return Stream.of(Latency.values()).anyMatch(latency -> latency.label().equals(line.getTag()));
    }

    /** Lines with a tag that this version does not know are left out. */
    private static List<TimelineEvent> events(List<Histogram> lines, long start) {
        return lines.stream()
                .flatMap(line -> Stream.of(TimelineEvent.EventRow.values())
                        .filter(kind -> kind.tag().equals(line.getTag()))
                        .map(kind -> new TimelineEvent(
                                kind,
                                (line.getStartTimeStamp() - start) / 1e3,
                                (line.getEndTimeStamp() - start) / 1e3)))
                .toList();
    }

    private static void add(Histogram line, Map<Latency, Histogram> sums) {
        for (Latency latency : Latency.values()) {
            if (latency.label().equals(line.getTag())) {
                Histogram sum = sums.get(latency);
                if (sum == null) {
                    line.setAutoResize(true);
                    sums.put(latency, line);
                } else {
                    sum.add(line);
                }
            }
        }
    }

    private static Place p99(Histogram line, long start) {
        double seconds = (line.getEndTimeStamp() - start) / 1e3;
        return new Place(seconds, Math.max(1, line.getValueAtPercentile(99)) / NANOS_PER_MILLI);
    }
}
