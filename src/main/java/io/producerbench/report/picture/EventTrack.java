package io.producerbench.report.picture;

import io.producerbench.report.drawing.Anchor;
import io.producerbench.report.drawing.Appearance;
import io.producerbench.report.drawing.Drawing;
import io.producerbench.report.drawing.Ink;
import io.producerbench.report.drawing.Place;
import io.producerbench.report.drawing.Primitive;
import io.producerbench.report.drawing.Scale;
import io.producerbench.report.drawing.Sketch;
import io.producerbench.report.drawing.Stroke;
import io.producerbench.report.log.TimelineEvent;
import io.producerbench.report.log.TimelineEvent.EventRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Draws below a chart over time what happened besides: a row for each kind, a mark for each event. */
final class EventTrack {
    private static final double ROW = 24;
    private static final double LABEL = 10;

    private EventTrack() {}

    /** The events of one line of the chart. */
    record EventSource(String label, Appearance look, List<TimelineEvent> events) {}

    /** Returns the chart with the rows below it; the chart itself if nothing happened. */
    static Drawing below(Drawing chart, Scale time, List<EventSource> sources) {
        Sketch sketch = new Sketch();
        double y = chart.height() + ROW / 2;
        for (EventRow kind : kinds(sources)) {
            sketch.line(new Place(time.from(), y), new Place(time.to(), y), Ink.GRID, Stroke.HAIR);
            for (EventSource source : sources) {
                for (TimelineEvent event : source.events()) {
                    if (event.kind() == kind) {
                        mark(sketch, time, y, source, event);
                    }
                }
            }
            sketch.text(new Place(time.to() + LABEL, y + 5.5), kind.label(), Anchor.START, Ink.TEXT);
            y += ROW;
        }
        List<Primitive> all = new ArrayList<>(chart.primitives());
        Drawing rows = sketch.drawing(y - ROW / 2);
        all.addAll(rows.primitives());
        return new Drawing(chart.width(), rows.height(), all);
    }

    /** Returns what happened, in the order of the rows. */
    static List<EventRow> kinds(List<EventSource> sources) {
        return Stream.of(EventRow.values())
                .filter(kind -> sources.stream()
                        .flatMap(source -> source.events().stream())
                        .anyMatch(event -> event.kind() == kind))
                .toList();
    }

    private static void mark(Sketch sketch, Scale time, double y, EventSource source, TimelineEvent event) {
        double from = time.at(Math.max(time.min(), Math.min(time.max(), event.from())));
        double to = time.at(Math.max(time.min(), Math.min(time.max(), event.to())));
        sketch.line(new Place(from, y), new Place(to, y), source.look().ink(), Stroke.LINE);
        String tip = source.label() + ": " + event.kind().label() + ", " + Scale.text(Math.max(0, event.from()))
                + " to " + Scale.text(event.to()) + " s";
        sketch.dot(new Place(to, y), 4.5, source.look(), tip);
    }
}
