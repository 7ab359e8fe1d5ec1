package io.producerbench.report.picture;

import io.producerbench.report.drawing.Anchor;
import io.producerbench.report.drawing.Appearance;
import io.producerbench.report.drawing.Fill;
import io.producerbench.report.drawing.Ink;
import io.producerbench.report.drawing.Place;
import io.producerbench.report.drawing.Scale;
import io.producerbench.report.drawing.Sketch;
import io.producerbench.results.SampleKeys;
import io.producerbench.text.Figures;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Draws the highest rate at each {@code min.insync.replicas}, with all brokers and with one dead. */
final class MinimumPicture {
    private MinimumPicture() {}

    /** Returns a picture for each record size that was measured with a dead broker. */
    static List<Picture> of(SweepCells sweep) {
        return sweep.all().stream()
                .filter(cell -> cell.is(SweepCell.MAX_RATE) || cell.is(SweepCell.REFUSAL))
                .filter(cell -> cell.valid() > 0)
                .collect(Collectors.groupingBy(SweepCell::recordSize))
                .entrySet()
                .stream()
                .flatMap(size -> of(size.getKey(), size.getValue()).stream())
                .toList();
    }

    private static Optional<Picture> of(int size, List<SweepCell> measured) {
        if (measured.stream().noneMatch(cell -> cell.brokersDown() > 0)) {
            return Optional.empty();
        }
        List<SweepCell> cells = measured.stream()
                .sorted(Comparator.comparing(SweepCell::mode)
                        .thenComparing(SweepCell::minInsyncReplicas)
                        .thenComparing(SweepCell::brokersDown))
                .toList();
        double max = cells.stream()
                .mapToDouble(cell -> cell.median(SampleKeys.RECORDS_PER_S).orElse(0))
                .max()
                .orElse(0);
        List<ChartRow> rows = cells.stream().map(MinimumPicture::row).toList();
        return Optional.of(new Picture(
                "min-insync-" + size + "B",
                "min.insync.replicas, all brokers alive and one dead",
                caption(cells),
                new RowsChart(rows, (from, to) -> Scale.fromZero(max, from, to))
                        .drawing("acknowledged records/s", (sketch, scale, bottom) -> refused(cells, sketch, scale))));
    }

    private static ChartRow row(SweepCell cell) {
        Appearance look = ModeLook.of(cell.mode());
        return new ChartRow(
                cell.mode().label(),
                "min " + cell.minInsyncReplicas() + (cell.brokersDown() > 0 ? ", " + cell.brokersDown() + " dead" : ""),
                cell.brokersDown() > 0 ? look.with(Fill.HOLLOW) : look,
                cell.median(SampleKeys.RECORDS_PER_S),
                cell.interval(SampleKeys.RECORDS_PER_S),
                List.of(),
                cell.median(SampleKeys.RECORDS_PER_S).isPresent()
                        ? Figures.whole(cell.median(SampleKeys.RECORDS_PER_S).getAsDouble())
                        : "");
    }

    private static void refused(List<SweepCell> cells, Sketch sketch, Scale scale) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).is(SweepCell.REFUSAL)) {
                sketch.text(
                        new Place(scale.from() + 6, RowsChart.middle(i) + 5.5),
                        "every record refused",
                        Anchor.START,
                        Ink.RED);
            }
        }
    }

    private static String caption(List<SweepCell> cells) {
        String refused = cells.stream()
                .filter(cell -> cell.is(SweepCell.REFUSAL))
                .map(cell -> cell.mode() + " at minimum " + cell.minInsyncReplicas())
                .collect(Collectors.joining(", "));
        String writing = cells.stream()
                .filter(cell -> cell.brokersDown() > 0 && !cell.is(SweepCell.REFUSAL))
                .map(cell -> cell.mode() + " at minimum " + cell.minInsyncReplicas())
                .collect(Collectors.joining(", "));
        return "With a dead broker "
                + (refused.isEmpty() ? "no setting stops" : "writes stop for " + refused)
                + (writing.isEmpty() ? "" : " and go on for " + writing)
                + "; hollow marks are with a dead broker"
                + (cells.stream()
                                .anyMatch(cell ->
                                        cell.interval(SampleKeys.RECORDS_PER_S).isPresent())
                        ? "."
                        : ", and there are too few blocks for intervals.");
    }
}
