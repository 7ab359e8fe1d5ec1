package io.producerbench.report.picture;

import io.producerbench.report.drawing.Anchor;
import io.producerbench.report.drawing.Appearance;
import io.producerbench.report.drawing.Drawing;
import io.producerbench.report.drawing.Ink;
import io.producerbench.report.drawing.LabelSpread;
import io.producerbench.report.drawing.Place;
import io.producerbench.report.drawing.Primitive.Polyline;
import io.producerbench.report.drawing.Scale;
import io.producerbench.report.drawing.Sketch;
import io.producerbench.report.drawing.Stroke;
import io.producerbench.report.drawing.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Draws lines with two axes. Each line has its label at its end, because a legend takes time to search. */
final class LinesChart {
    private static final double TOP = 28;
    private static final double BOTTOM = 308;
    private static final double HEIGHT = 358;
    private static final double LABEL_DISTANCE = 19;
    private static final double LEADER = 26;
    private static final int TICKS = 9;

    private final List<ChartLine> lines;
    private final Scale x;
    private final Scale y;
    private final double right;
    private final Sketch sketch = new Sketch();
    private final List<Mark> marks = new ArrayList<>();

    private record Mark(Place at, double radius, Appearance look, String tip) {}

    /** @param yAxis gives the axis between two places, as {@code xAxis} does */
    LinesChart(
            List<ChartLine> lines, BiFunction<Double, Double, Scale> xAxis, BiFunction<Double, Double, Scale> yAxis) {
        this.lines = List.copyOf(lines);
        this.y = yAxis.apply(BOTTOM, TOP);
        double left = y.ticks(TICKS).stream()
                        .mapToDouble(tick -> Drawing.widthOf(tick.text()))
                        .max()
                        .orElse(0)
                + 8;
        this.right = Drawing.WIDTH
                - LEADER
                - 16
                - lines.stream()
                        .mapToDouble(line -> Drawing.widthOf(line.label()))
                        .max()
                        .orElse(0);
        this.x = xAxis.apply(left, right);
    }

    /** Adds a dot in front of the lines, at a place in the units of the axes. */
    void mark(Place at, double radius, Appearance look, String tip) {
        marks.add(new Mark(at, radius, look, tip));
    }

    /** Returns the drawing. The dots lie below the lines. */
    Drawing drawing(String xLabel, String yLabel, List<Tick> xTicks, List<ChartLine> dots) {
        axes(xLabel, yLabel, xTicks);
        for (ChartLine group : dots) {
            group.values().forEach(value -> sketch.dot(at(value), 2.5, group.look(), ""));
        }
        for (ChartLine line : lines) {
            if (line.values().size() > 1) {
                sketch.add(new Polyline(
                        line.values().stream().map(this::at).toList(),
                        line.look().ink(),
                        line.stroke()));
            }
        }
        marks.forEach(mark -> sketch.dot(at(mark.at()), mark.radius(), mark.look(), mark.tip()));
        labels();
        return sketch.drawing(HEIGHT);
    }

    Scale x() {
        return x;
    }

    /** Returns the marked whole numbers of the first axis, which counts something. */
    List<Tick> wholeTicks() {
        return x.ticks(6).stream()
                .filter(tick -> Math.abs(tick.value() - Math.rint(tick.value())) < 1e-6)
                .toList();
    }

    private Place at(Place value) {
        return new Place(x.at(value.x()), y.at(value.y()));
    }

    private void axes(String xLabel, String yLabel, List<Tick> xTicks) {
        for (Tick tick : y.ticks(TICKS)) {
            double height = y.at(tick.value());
            sketch.line(new Place(x.from(), height), new Place(right, height), Ink.GRID, Stroke.HAIR);
            sketch.text(new Place(x.from() - 7, height + 5.5), tick.text(), Anchor.END, Ink.MUTED);
        }
        sketch.line(new Place(x.from(), BOTTOM), new Place(right, BOTTOM), Ink.MUTED, Stroke.HAIR);
        for (Tick tick : xTicks) {
            double place = x.at(tick.value());
            sketch.line(new Place(place, BOTTOM), new Place(place, BOTTOM + 5), Ink.MUTED, Stroke.HAIR);
            sketch.text(new Place(place, BOTTOM + 23), tick.text(), Anchor.MIDDLE, Ink.MUTED);
        }
        sketch.text(new Place(0, 14), yLabel, Anchor.START, Ink.MUTED);
        sketch.text(new Place(right, BOTTOM + 45), xLabel, Anchor.END, Ink.MUTED);
    }

    private void labels() {
        List<Double> heights = LabelSpread.spread(
                lines.stream().map(line -> y.at(line.last().y())).toList(), LABEL_DISTANCE, TOP - 8, BOTTOM + 8);
        for (int i = 0; i < lines.size(); i++) {
            ChartLine line = lines.get(i);
            Place end = at(line.last());
            double height = heights.get(i);
            Place knee = new Place(right + 6, height);
            sketch.add(new Polyline(
                    List.of(end, knee, new Place(right + LEADER - 8, height)),
                    line.look().ink(),
                    Stroke.LEADER));
            sketch.dot(end, 4.5, line.look(), "");
            sketch.dot(new Place(right + LEADER, height), 5, line.look(), "");
            sketch.text(new Place(right + LEADER + 10, height + 5.5), line.label(), Anchor.START, Ink.TEXT);
        }
    }
}
