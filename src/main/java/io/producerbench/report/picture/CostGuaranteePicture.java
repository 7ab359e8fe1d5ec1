package io.producerbench.report.picture;

import io.producerbench.guarantee.Mode;
import io.producerbench.report.GuaranteeCell;
import io.producerbench.report.drawing.Anchor;
import io.producerbench.report.drawing.Drawing;
import io.producerbench.report.drawing.Ink;
import io.producerbench.report.drawing.Place;
import io.producerbench.report.drawing.Sketch;
import io.producerbench.report.drawing.Stroke;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws what each mode costs beside the worst that happened to its records under any fault. */
final class CostGuaranteePicture {
    private static final double LEFT = 166;
    private static final double TOP = 34;
    private static final double ROW = 56;
    private static final List<PromiseColumn> COLUMNS =
            List.of(PromiseColumn.LOST, PromiseColumn.DOUBLED, PromiseColumn.REORDERED, PromiseColumn.TORN);

    private CostGuaranteePicture() {}

    /**
     * Returns the picture; empty if nothing was tried.
     *
     * @param cells at one {@code min.insync.replicas}
     * @param ratios each mode's rate by that of acks=1; may be empty
     */
    static Optional<Picture> of(List<GuaranteeCell> cells, Map<Mode, Double> ratios) {
        List<Mode> modes = Stream.of(Mode.values())
                .filter(mode -> COLUMNS.stream()
                        .anyMatch(column ->
                                WorstCase.of(cells, mode, column.anomalies()).isPresent()))
                .toList();
        if (modes.isEmpty()) {
            return Optional.empty();
        }
        Sketch sketch = new Sketch();
        heads(sketch);
        for (int i = 0; i < modes.size(); i++) {
            row(sketch, TOP + i * ROW, modes.get(i), cells, ratios);
        }
        return Optional.of(new Picture(
                "cost-and-guarantee",
                ratios.isEmpty()
                        ? "What became of records, by mode"
                        : "What each mode costs, and what became of its records",
                caption(modes, cells),
                sketch.drawing(TOP + modes.size() * ROW + 4)));
    }

    private static void heads(Sketch sketch) {
        for (int i = 0; i < COLUMNS.size(); i++) {
            sketch.bold(new Place(x(i), 20), COLUMNS.get(i).title(), Anchor.MIDDLE, Ink.TEXT);
        }
    }

    private static double x(int column) {
        return LEFT + (column + 0.5) * (Drawing.WIDTH - LEFT) / COLUMNS.size();
    }

    private static void row(Sketch sketch, double top, Mode mode, List<GuaranteeCell> cells, Map<Mode, Double> ratios) {
        sketch.line(new Place(0, top), new Place(Drawing.WIDTH, top), Ink.GRID, Stroke.HAIR);
        double middle = top + ROW / 2;
        boolean priced = ratios.containsKey(mode);
        sketch.dot(new Place(7, middle - (priced ? 10 : 0)), 5.5, ModeLook.of(mode), "");
        sketch.text(new Place(20, middle - (priced ? 4.5 : -5.5)), mode.label(), Anchor.START, Ink.TEXT);
        if (priced) {
            sketch.text(
                    new Place(20, middle + 16),
                    "rate × " + RatePicture.ratio(ratios.get(mode)),
                    Anchor.START,
                    Ink.MUTED);
        }
        for (int i = 0; i < COLUMNS.size(); i++) {
            Place at = new Place(x(i), middle);
            WorstCase.of(cells, mode, COLUMNS.get(i).anomalies())
                    .ifPresentOrElse(worst -> cell(sketch, at, worst), () -> Verdicts.absent(sketch, at));
        }
    }

    private static void cell(Sketch sketch, Place at, WorstCase worst) {
        String count = worst.rate().hits() + "/" + worst.rate().trials();
        double left = at.x() - Drawing.widthOf(count) / 2;
        sketch.dot(new Place(left - 3, at.y() - 10), 5.5, Verdicts.look(worst.ever()), "");
        sketch.text(new Place(left + 9, at.y() - 4.5), count, Anchor.START, Ink.TEXT);
        sketch.text(new Place(at.x(), at.y() + 16), worst.bound(), Anchor.MIDDLE, Ink.MUTED);
    }

    private static String caption(List<Mode> modes, List<GuaranteeCell> cells) {
        String lossless = modes.stream()
                .filter(mode -> WorstCase.of(cells, mode, PromiseColumn.LOST.anomalies())
                        .filter(worst -> !worst.ever())
                        .isPresent())
                .map(Mode::label)
                .collect(Collectors.joining(", "));
        return (lossless.isEmpty()
                        ? "Every mode lost records under some fault"
                        : "No trial lost records with " + lossless)
                + "; each field is the worst fault: trials that saw it (cross) or not (ring), and the 95 % bound"
                + " of the rate there; – is not tried.";
    }
}
