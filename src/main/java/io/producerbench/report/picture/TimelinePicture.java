package io.producerbench.report.picture;

import io.producerbench.report.drawing.Place;
import io.producerbench.report.drawing.Scale;
import io.producerbench.report.drawing.Stroke;
import io.producerbench.report.log.TimelineEvent;
import io.producerbench.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Draws the latency over the time of a sample, where its log has more than one line. */
final class TimelinePicture {
    private TimelinePicture() {}

    /** Returns a picture for each record size: the first block of each mode. */
    static List<Picture> of(Map<Integer, List<ModeLog>> logs) {
        List<Picture> pictures = new ArrayList<>();
        logs.forEach((size, modes) -> picture(
                        size,
                        modes.stream()
                                .filter(mode -> !mode.log().timeline().isEmpty())
                                .toList())
                .ifPresent(pictures::add));
        return pictures;
    }

    private static ChartLine line(ModeLog mode) {
        return new ChartLine(
                mode.cell().mode().label(),
                ModeLook.of(mode.cell().mode()),
                Stroke.LINE,
                mode.log().timeline());
    }

    private static EventTrack.EventSource source(ModeLog mode) {
        return new EventTrack.EventSource(
                mode.cell().mode().label(),
                ModeLook.of(mode.cell().mode()),
                mode.log().events());
    }

    private static Optional<Picture> picture(int size, List<ModeLog> modes) {
        if (modes.isEmpty()) {
            return Optional.empty();
        }
        List<ChartLine> lines = modes.stream().map(TimelinePicture::line).toList();
        List<EventTrack.EventSource> sources =
                modes.stream().map(TimelinePicture::source).toList();
        double end = lines.stream().mapToDouble(line -> line.last().x()).max().orElse(1);
        double low = all(lines).mapToDouble(Place::y).min().orElse(1);
        double high = all(lines).mapToDouble(Place::y).max().orElse(1);
        LinesChart chart = new LinesChart(
                lines,
                (from, to) -> Scale.fromZero(end, from, to),
                (from, to) -> Scale.logarithmic(low, high, from, to));
        return Optional.of(new Picture(
                "timeline-" + size + "B",
                "Latency over time, records of " + Figures.whole(size) + " bytes",
                caption(lines) + events(sources),
                EventTrack.below(
                        chart.drawing(
                                "s since the sample began",
                                "p99 in ms, logarithmic",
                                chart.x().ticks(5),
                                List.of()),
                        chart.x(),
                        sources),
                Optional.of(new ZoomChart("s", "p99, ms", false, lines))));
    }

    /** Returns what the rows below the picture mean; empty without any. */
    private static String events(List<EventTrack.EventSource> sources) {
        List<TimelineEvent.EventRow> kinds = EventTrack.kinds(sources);
        if (kinds.isEmpty()) {
            return "";
        }
        boolean looked = kinds.stream().anyMatch(kind -> kind != TimelineEvent.EventRow.GC);
        return " Below: collections of the client's heap (GC)"
                + (looked
                        ? "; partitions that lost or regained an in-sync replica (ISR) or a leader, between two looks"
                        : "")
                + ".";
    }

    private static Stream<Place> all(List<ChartLine> lines) {
        return lines.stream().flatMap(line -> line.values().stream());
    }

    private static String caption(List<ChartLine> lines) {
        String label = "";
        Place worst = new Place(0, 0);
        for (ChartLine line : lines) {
            for (Place value : line.values()) {
                if (value.y() > worst.y()) {
                    worst = value;
                    label = line.label();
                }
            }
        }
        return "The slowest moment is " + label + "'s at " + Scale.text(worst.x()) + " s, with a p99 of "
                + Scale.text(worst.y()) + " ms; one sample of each mode, its first valid block.";
    }
}
