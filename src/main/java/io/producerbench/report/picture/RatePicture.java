package io.producerbench.report.picture;

import io.producerbench.guarantee.Mode;
import io.producerbench.report.drawing.Scale;
import io.producerbench.report.picture.ChartRow.ChartValue;
import io.producerbench.results.SampleKeys;
import io.producerbench.text.Figures;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Draws the highest rate of each mode. */
final class RatePicture {
    private RatePicture() {}

    /** Returns a picture for each record size. */
    static List<Picture> of(SweepCells sweep) {
        return sweep.healthy(SweepCell.MAX_RATE).entrySet().stream()
                .map(size -> of(size.getKey(), size.getValue()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Picture> of(int recordSize, SweepCells cells) {
        List<ChartRow> rows = cells.all().stream()
                .filter(cell -> cell.median(SampleKeys.RECORDS_PER_S).isPresent())
                .map(cell -> row(cell, cells.settings(cell)))
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        double max = rows.stream().mapToDouble(ChartRow::max).max().orElse(0);
        return Optional.of(new Picture(
                "rate-" + recordSize + "B",
                "Highest rate of each mode, records of " + Figures.whole(recordSize) + " bytes",
                caption(cells),
                new RowsChart(rows, (from, to) -> Scale.fromZero(max, from, to))
                        .drawing("acknowledged records/s", RowsChart.Background.NONE)));
    }

    private static ChartRow row(SweepCell cell, String settings) {
        double median = cell.median(SampleKeys.RECORDS_PER_S).orElseThrow();
        List<ChartValue> blocks = cell.byBlock(SampleKeys.RECORDS_PER_S).entrySet().stream()
                .map(block -> new ChartValue(
                        block.getValue(),
                        cell.mode() + ", block " + block.getKey() + ": " + Figures.whole(block.getValue())
                                + " records/s"))
                .toList();
        return new ChartRow(
                cell.mode().label(),
                settings,
                ModeLook.of(cell.mode()),
                OptionalDouble.of(median),
                cell.interval(SampleKeys.RECORDS_PER_S),
                blocks,
                Figures.whole(median));
    }

    private static String caption(SweepCells cells) {
        List<SweepCell> one = cells.oneOfEachMode().all();
        Optional<SweepCell> base =
                one.stream().filter(cell -> cell.mode() == Mode.ACKS_1).findFirst();
        String others = one.stream()
                .filter(cell -> base.isPresent() && cell != base.get())
                .flatMap(cell -> base.get().ratio(SampleKeys.RECORDS_PER_S, cell).stream()
                        .map(ratio -> cell.mode() + " " + ratio(ratio.median())))
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            return "Of acks=1's rate, the others sustain: " + others
                    + "; bars are 95 % intervals, each dot is a block.";
        }
        SweepCell fastest = cells.all().stream()
                .max(Comparator.comparingDouble(
                        cell -> cell.median(SampleKeys.RECORDS_PER_S).orElse(0)))
                .orElseThrow();
        return fastest.mode() + " is fastest at "
                + Figures.text(fastest.median(SampleKeys.RECORDS_PER_S), Figures::whole)
                + " records/s; bars are 95 % intervals, each dot is a block.";
    }

    static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }
}
