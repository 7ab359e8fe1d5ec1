package io.producerbench.report.picture;

import io.producerbench.guarantee.Mode;
import io.producerbench.report.GuaranteeCell;
import io.producerbench.report.NamedFault;
import io.producerbench.report.drawing.Anchor;
import io.producerbench.report.drawing.Drawing;
import io.producerbench.report.drawing.Ink;
import io.producerbench.report.drawing.Place;
import io.producerbench.report.drawing.Sketch;
import io.producerbench.report.drawing.Stroke;
import io.producerbench.stats.AnomalyRate;
import io.producerbench.text.Texts;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws every fault against every mode: which of what was watched happened, in how many trials. */
final class FaultPicture {
    private static final double LEFT = 212;
    private static final double TOP = 62;
    private static final double LINE = 19;
    private static final int CHARACTERS = 22;
    private static final List<String> HEADS =
            List.of("acks =0", "acks =1", "acks =all", "idem- potent", "trans- action");

    private FaultPicture() {}

    /** Returns the picture; empty if nothing was watched. */
    static Optional<Picture> of(List<GuaranteeCell> all) {
        Map<NamedFault, List<GuaranteeCell>> faults = all.stream()
                .filter(cell -> cell.trials().valid() > 0 && !watched(cell).isEmpty())
                .collect(Collectors.groupingBy(GuaranteeCell::fault, LinkedHashMap::new, Collectors.toList()));
        if (faults.isEmpty()) {
            return Optional.empty();
        }
        Sketch sketch = new Sketch();
        for (Mode mode : Mode.values()) {
            sketch.dot(new Place(x(mode), 8), 5.5, ModeLook.of(mode), "");
            String[] words = HEADS.get(mode.ordinal()).split(" ");
            sketch.text(new Place(x(mode), 32), words[0], Anchor.MIDDLE, Ink.TEXT);
            sketch.text(new Place(x(mode), 50), words[1], Anchor.MIDDLE, Ink.TEXT);
        }
        double y = TOP;
        for (Map.Entry<NamedFault, List<GuaranteeCell>> fault : faults.entrySet()) {
            y += row(sketch, y, fault.getKey(), fault.getValue());
        }
        return Optional.of(
                new Picture("faults", "Every fault against every mode", caption(faults), sketch.drawing(y + 4)));
    }

    private static double x(Mode mode) {
        return LEFT + (mode.ordinal() + 0.5) * (Drawing.WIDTH - LEFT) / Mode.values().length;
    }

    private static double row(Sketch sketch, double top, NamedFault fault, List<GuaranteeCell> cells) {
        List<String> lines = Texts.wrap(label(fault, cells), CHARACTERS);
        double height = Math.max(2, lines.size()) * LINE + 8;
        sketch.line(new Place(0, top), new Place(Drawing.WIDTH, top), Ink.GRID, Stroke.HAIR);
        for (int i = 0; i < lines.size(); i++) {
            sketch.text(new Place(0, top + 18 + i * LINE), lines.get(i), Anchor.START, Ink.TEXT);
        }
        for (Mode mode : Mode.values()) {
            Place at = new Place(x(mode), top + height / 2);
            shown(cells, mode).ifPresentOrElse(cell -> cell(sketch, at, cell), () -> Verdicts.absent(sketch, at));
        }
        return height;
    }

    private static String label(NamedFault fault, List<GuaranteeCell> cells) {
        int minimum = cells.stream()
                .map(GuaranteeCell::minInsyncReplicas)
                .min(Comparator.comparing(SweepCells::farFromShown))
                .orElseThrow();
        return fault.experiment() + " " + fault.fault()
                + (fault.variant().isEmpty() ? "" : ", " + fault.variant())
                + (SweepCells.farFromShown(minimum) == 0 ? "" : ", min.insync.replicas=" + minimum);
    }

    /** Returns the cell of the usual minimum, or of the smallest that was tried. */
    private static Optional<GuaranteeCell> shown(List<GuaranteeCell> cells, Mode mode) {
        return cells.stream()
                .filter(cell -> cell.mode() == mode)
                .min(Comparator.comparing(cell -> SweepCells.farFromShown(cell.minInsyncReplicas())));
    }

    private static void cell(Sketch sketch, Place at, GuaranteeCell cell) {
        List<PromiseColumn> seen = watched(cell).stream()
                .filter(column -> WorstCase.rate(cell, column.anomalies()).hits() > 0)
                .toList();
        AnomalyRate rate = watched(cell).stream()
                .map(column -> WorstCase.rate(cell, column.anomalies()))
                .max(Comparator.comparing(AnomalyRate::hits))
                .orElseThrow();
        String letters = seen.stream().map(PromiseColumn::letter).collect(Collectors.joining());
        double left = at.x() - Drawing.widthOf(letters) / 2;
        sketch.dot(
                new Place(left, at.y() - 10),
                5,
                Verdicts.look(!seen.isEmpty()),
                cell.mode() + " at min.insync.replicas=" + cell.minInsyncReplicas() + ": "
                        + cell.trials().bound());
        sketch.bold(new Place(left + 9, at.y() - 4.5), letters, Anchor.START, Ink.RED);
        sketch.text(new Place(at.x(), at.y() + 16), rate.hits() + "/" + rate.trials(), Anchor.MIDDLE, Ink.MUTED);
    }

    private static List<PromiseColumn> watched(GuaranteeCell cell) {
        return Stream.of(PromiseColumn.values())
                .filter(column -> column.anomalies().stream().anyMatch(cell.watched()::contains))
                .toList();
    }

    private static String caption(Map<NamedFault, List<GuaranteeCell>> faults) {
        String broken = Stream.of(Mode.values())
                .map(mode -> mode.label() + " " + count(faults, mode))
                .collect(Collectors.joining(", "));
        return "Faults that broke a promise, of those tried: " + broken
                + "; a cross is followed by what was seen: L lost, D doubled, R reordered, T torn, H hidden until"
                + " the fault was over; below are the trials.";
    }

    private static String count(Map<NamedFault, List<GuaranteeCell>> faults, Mode mode) {
        List<GuaranteeCell> shown = faults.values().stream()
                .flatMap(cells -> shown(cells, mode).stream())
                .toList();
        long broken = shown.stream()
                .filter(cell -> watched(cell).stream()
                        .anyMatch(column ->
                                WorstCase.rate(cell, column.anomalies()).hits() > 0))
                .count();
        return broken + " of " + shown.size();
    }
}
