package io.producerbench.report.picture;

import io.producerbench.guarantee.Mode;
import io.producerbench.report.drawing.Anchor;
import io.producerbench.report.drawing.Drawing;
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
import java.util.OptionalDouble;

/** Draws the CPU time that a record costs: the client's, and behind it the brokers'. */
final class CpuPicture {
    private static final double BAR = 11;

    private CpuPicture() {}

    /** Returns a picture for each record size, at the highest rate. */
    static List<Picture> of(SweepCells sweep) {
        return sweep.healthy(SweepCell.MAX_RATE).entrySet().stream()
                .map(size -> of(size.getKey(), size.getValue()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Picture> of(int recordSize, SweepCells cells) {
        List<SweepCell> shown = cells.all().stream()
                .filter(cell -> client(cell) > 0 && broker(cell) > 0)
                .toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        double max = shown.stream().mapToDouble(CpuPicture::both).max().orElse(0);
        List<ChartRow> rows =
                shown.stream().map(cell -> row(cell, cells.settings(cell))).toList();
        return Optional.of(new Picture(
                "cpu-" + recordSize + "B",
                "CPU for each record of " + Figures.whole(recordSize) + " bytes",
                caption(shown),
                new RowsChart(rows, (from, to) -> Scale.fromZero(max, from, to))
                        .drawing(
                                "µs of CPU for each record, at full speed",
                                (sketch, scale, bottom) -> bars(shown, sketch, scale))));
    }

    /** A row without a median: its bar is drawn behind it. */
    private static ChartRow row(SweepCell cell, String settings) {
        return new ChartRow(
                cell.mode().label(),
                settings,
                ModeLook.of(cell.mode()),
                OptionalDouble.empty(),
                Optional.empty(),
                List.of(),
                Figures.fine(both(cell)));
    }

    private static void bars(List<SweepCell> cells, Sketch sketch, Scale scale) {
        for (int i = 0; i < cells.size(); i++) {
            SweepCell cell = cells.get(i);
            Ink ink = ModeLook.of(cell.mode()).ink();
            double y = RowsChart.middle(i);
            double split = scale.at(client(cell));
            sketch.box(new Place(scale.at(0), y - BAR), new Place(split, y + BAR), ink, Fill.SOLID);
            sketch.box(new Place(split, y - BAR), new Place(scale.at(both(cell)), y + BAR), ink, Fill.PALE);
        }
        words(cells, sketch, scale);
    }

    /** Writes on the longest bar what its parts are. */
    private static void words(List<SweepCell> cells, Sketch sketch, Scale scale) {
        SweepCell longest = dearest(cells);
        double y = RowsChart.middle(cells.indexOf(longest)) + 5.5;
        double split = scale.at(client(longest));
        sketch.text(new Place(split + 6, y), "brokers", Anchor.START, Ink.TEXT);
        if (split - scale.at(0) > Drawing.widthOf("client")) {
            sketch.text(new Place(split - 5, y), "client", Anchor.END, Ink.PAPER);
        }
    }

    private static SweepCell dearest(List<SweepCell> cells) {
        return cells.stream().max(Comparator.comparing(CpuPicture::both)).orElseThrow();
    }

    private static double client(SweepCell cell) {
        return cell.median(SampleKeys.CLIENT_CPU_US_PER_RECORD).orElse(0);
    }

    private static double broker(SweepCell cell) {
        return cell.median(SampleKeys.BROKER_CPU_US_PER_RECORD).orElse(0);
    }

    private static double both(SweepCell cell) {
        return client(cell) + broker(cell);
    }

    private static String caption(List<SweepCell> cells) {
        SweepCell dearest = dearest(cells);
        Mode mode = dearest.mode();
        return "A record in mode " + mode + " costs " + Figures.fine(both(dearest)) + " µs of CPU, "
                + Math.round(100 * broker(dearest) / both(dearest))
                + " % of it on the brokers; the dark part of a bar is the client, the pale part the brokers.";
    }
}
