package io.producerbench.report.picture;

import io.producerbench.report.drawing.Appearance;
import io.producerbench.report.drawing.Fill;
import io.producerbench.report.drawing.Glyph;
import io.producerbench.report.drawing.Ink;
import io.producerbench.report.drawing.Place;
import io.producerbench.report.drawing.Scale;
import io.producerbench.report.drawing.Stroke;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.SummaryKeys;
import io.producerbench.stats.MedianInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Draws how the rates of all scenarios moved from block to block. */
final class DriftPicture {
    private static final Appearance DOTS = new Appearance(Ink.GREY, Glyph.CIRCLE, Fill.PALE);
    private static final Appearance LINE = new Appearance(Ink.BLUE, Glyph.CIRCLE);
    private static final int FEWEST_BLOCKS = 3;

    private DriftPicture() {}

    /** Returns the picture; empty with fewer than three blocks. */
    static Optional<Picture> of(SweepCells sweep) {
        Map<Long, List<Double>> blocks = new TreeMap<>();
        sweep.all().stream().filter(cell -> cell.is(SweepCell.MAX_RATE)).forEach(cell -> {
            Map<Long, Double> rates = cell.byBlock(SampleKeys.RECORDS_PER_S);
            double median = rates.isEmpty() ? 0 : median(List.copyOf(rates.values()));
            if (median > 0) {
                rates.forEach((block, rate) -> blocks.computeIfAbsent(block, unused -> new ArrayList<>())
                        .add(100 * (rate / median - 1)));
            }
        });
        return blocks.size() < FEWEST_BLOCKS ? Optional.empty() : Optional.of(picture(sweep, blocks));
    }

    private static double median(List<Double> values) {
        return MedianInterval.medianOf(
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Picture picture(SweepCells sweep, Map<Long, List<Double>> blocks) {
        List<Place> dots = new ArrayList<>();
        List<Place> medians = new ArrayList<>();
        blocks.forEach((block, changes) -> {
            changes.forEach(change -> dots.add(new Place(block, change)));
            medians.add(new Place(block, median(changes)));
        });
        double low = dots.stream().mapToDouble(Place::y).min().orElse(0);
        double high = dots.stream().mapToDouble(Place::y).max().orElse(0);
        double last = medians.get(medians.size() - 1).x();
        LinesChart chart = new LinesChart(
                List.of(new ChartLine("median", LINE, Stroke.LINE, medians)),
                (from, to) -> new Scale(medians.get(0).x() - 0.3, last + 0.3, from, to, false),
                (from, to) -> Scale.around(low, high, from, to));
        return new Picture(
                "drift",
                "Drift over the run",
                caption(sweep),
                chart.drawing(
                        "block",
                        "% off the scenario's median rate",
                        chart.wholeTicks(),
                        List.of(new ChartLine("", DOTS, Stroke.LINE, dots))));
    }

    private static String caption(SweepCells sweep) {
        OptionalDouble drift = sweep.all().get(0).summary().has(SummaryKeys.DRIFT_SHARE)
                ? sweep.all().get(0).summary().number(SummaryKeys.DRIFT_SHARE)
                : OptionalDouble.empty();
        return (drift.isPresent()
                        ? "Rates drifted by " + String.format(Locale.ROOT, "%+.1f", 100 * drift.getAsDouble())
                                + " % from the first block to the last"
                        : "Each block's median shows whether the machine became faster or slower")
                + "; each dot is a sample at the highest rate.";
    }
}
