package io.producerbench.report.picture;

import io.producerbench.report.drawing.Anchor;
import io.producerbench.report.drawing.Drawing;
import io.producerbench.report.drawing.Fill;
import io.producerbench.report.drawing.Ink;
import io.producerbench.report.drawing.Place;
import io.producerbench.report.drawing.Scale;
import io.producerbench.report.drawing.Sketch;
import io.producerbench.report.drawing.Stroke;
import io.producerbench.report.drawing.Tick;
import io.producerbench.report.picture.ChartRow.ChartValue;
import java.util.List;
import java.util.function.BiFunction;

/** Draws rows with a common axis: a median with its interval, and every value as a dot below. */
final class RowsChart {
    static final double ROW = 44;
    private static final double TOP = 6;
    private static final double GAP = 12;
    private static final double LABEL = 18;
    private static final int LONGEST = 30;

    private final List<ChartRow> rows;
    private final Scale scale;
    private final double left;
    private final Sketch sketch = new Sketch();

    /** @param axis gives the axis between two places */
    RowsChart(List<ChartRow> rows, BiFunction<Double, Double, Scale> axis) {
        this.rows = List.copyOf(rows);
        this.left = rows.stream()
                        .mapToDouble(row -> LABEL
                                + Math.max(
                                        Drawing.widthOf(shortened(row.label())),
                                        Drawing.widthOf(shortened(row.detail()))))
                        .max()
                        .orElse(0)
                + GAP;
        double right = rows.stream()
                .mapToDouble(row -> Drawing.widthOf(row.figure()))
                .max()
                .orElse(0);
        this.scale = axis.apply(left, Drawing.WIDTH - Math.max(right + GAP, 24));
    }

    /** Returns the drawing. The sketch of the background may add what lies behind the rows. */
    Drawing drawing(String axisLabel, Background background) {
        double bottom = TOP + rows.size() * ROW;
        grid(bottom, axisLabel);
        background.draw(sketch, scale, bottom);
        for (int i = 0; i < rows.size(); i++) {
            row(rows.get(i), middle(i));
        }
        return sketch.drawing(bottom + 52);
    }

    /** Returns the height of the middle of a row. */
    static double middle(int row) {
        return TOP + (row + 0.5) * ROW;
    }

    private void grid(double bottom, String axisLabel) {
        for (Tick tick : scale.ticks(4)) {
            double x = scale.at(tick.value());
            sketch.line(new Place(x, TOP), new Place(x, bottom), Ink.GRID, Stroke.HAIR);
            sketch.text(new Place(x, bottom + 19), tick.text(), Anchor.MIDDLE, Ink.MUTED);
        }
        sketch.line(new Place(left, bottom), new Place(scale.to(), bottom), Ink.MUTED, Stroke.HAIR);
        sketch.text(new Place(Drawing.WIDTH, bottom + 43), axisLabel, Anchor.END, Ink.MUTED);
    }

    private void row(ChartRow row, double y) {
        boolean plain = row.detail().isEmpty();
        sketch.dot(new Place(6, y - (plain ? 0 : 9)), 5.5, row.look(), "");
        sketch.text(new Place(LABEL, y + (plain ? 5.5 : -3.5)), shortened(row.label()), Anchor.START, Ink.TEXT);
        sketch.text(new Place(LABEL, y + 15), shortened(row.detail()), Anchor.START, Ink.MUTED);
        for (int i = 0; i < row.values().size(); i++) {
            ChartValue value = row.values().get(i);
            Place at = new Place(scale.at(value.value()), y + 9 + (i % 2) * 4);
            sketch.dot(at, 3, row.look().with(Fill.PALE), value.tip());
        }
        double line = row.values().isEmpty() ? y : y - 5;
        row.interval().ifPresent(interval -> {
            Place low = new Place(scale.at(interval.low()), line);
            Place high = new Place(scale.at(interval.high()), line);
            sketch.line(low, high, row.look().ink(), Stroke.LINE);
            cap(low, row.look().ink());
            cap(high, row.look().ink());
        });
        row.middle().ifPresent(median -> sketch.dot(new Place(scale.at(median), line), 4.5, row.look(), ""));
        sketch.text(new Place(Drawing.WIDTH, y + 5.5), row.figure(), Anchor.END, Ink.TEXT);
    }

    /** A long label would leave no room for what is measured. */
    private static String shortened(String label) {
        return label.length() <= LONGEST ? label : label.substring(0, LONGEST - 1) + "…";
    }

    private void cap(Place at, Ink ink) {
        sketch.line(new Place(at.x(), at.y() - 5), new Place(at.x(), at.y() + 5), ink, Stroke.LINE);
    }

    /** Draws behind the rows. */
    interface Background {
        Background NONE = (sketch, scale, bottom) -> {};

        void draw(Sketch sketch, Scale scale, double bottom);
    }
}
