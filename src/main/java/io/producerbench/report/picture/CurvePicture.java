package io.producerbench.report.picture;

import io.producerbench.guarantee.Mode;
import io.producerbench.report.drawing.Appearance;
import io.producerbench.report.drawing.Fill;
import io.producerbench.report.drawing.Glyph;
import io.producerbench.report.drawing.Ink;
import io.producerbench.report.drawing.Place;
import io.producerbench.report.drawing.Scale;
import io.producerbench.report.drawing.Stroke;
import io.producerbench.results.CurveKeys;
import io.producerbench.results.ResultRow;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.text.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Draws the latency over the rate, a line for each mode, with the goal and the bounds that were found
 * for it.
 */
final class CurvePicture {
    private static final Appearance GOAL = new Appearance(Ink.RED, Glyph.CIRCLE);
    private static final double BOUND = 6;
    private static final double KNEE = 8;

    private CurvePicture() {}

    /**
     * Returns a picture for each goal and setting.
     *
     * @param summary the rows of {@code curve-summary.csv}
     */
    static List<Picture> of(List<ResultRow> summary) {
        Map<String, List<ResultRow>> pictures = summary.stream()
                .filter(row -> row.text(CurveKeys.ABOUT).equals(CurveKeys.ABOUT_GOAL))
                .collect(Collectors.groupingBy(CurvePicture::name, LinkedHashMap::new, Collectors.toList()));
        return pictures.entrySet().stream()
                .map(picture -> picture(
                        picture.getKey(),
                        picture.getValue().stream()
                                .map(goal -> CurveOfMode.of(goal, summary))
                                .filter(curve -> !curve.points().isEmpty())
                                .toList()))
                .flatMap(List::stream)
                .toList();
    }

    private static String name(ResultRow goal) {
        return "curve-" + goal.text(CurveKeys.GOAL).replaceAll("[^A-Za-z0-9]+", "-") + "-"
                + goal.text(ScenarioKeys.RECORD_SIZE) + "B"
                + CurveOfMode.besideUsual(goal).map(setting -> "-" + setting).orElse("");
    }

    private static List<Picture> picture(String name, List<CurveOfMode> curves) {
        if (curves.isEmpty()) {
            return List.of();
        }
        ResultRow goal = curves.get(0).goal();
        double limit = goal.amount(CurveKeys.GOAL_MS).orElseThrow();
        List<Place> all =
                curves.stream().flatMap(curve -> curve.points().stream()).toList();
        double last = Stream.concat(
                        all.stream().map(Place::x), curves.stream().flatMap(curve -> curve.bounds().stream()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        double first = all.stream().mapToDouble(Place::x).min().orElse(last);
        double low = all.stream().mapToDouble(Place::y).min().orElse(limit);
        double high = all.stream().mapToDouble(Place::y).max().orElse(limit);
        List<ChartLine> lines = new ArrayList<>();
        curves.forEach(curve ->
                lines.add(new ChartLine(curve.mode().label(), ModeLook.of(curve.mode()), Stroke.LINE, curve.points())));
        lines.add(new ChartLine(
                goal.text(CurveKeys.GOAL),
                GOAL,
                Stroke.DASHED,
                List.of(new Place(first, limit), new Place(last, limit))));
        LinesChart chart = new LinesChart(
                lines,
                (from, to) -> Scale.logarithmic(first, last, from, to),
                (from, to) -> Scale.logarithmic(Math.min(low, limit), Math.max(high, limit), from, to));
        curves.forEach(curve -> mark(chart, curve, limit));
        return List.of(new Picture(
                name,
                "Latency over rate, " + goal.text(CurveKeys.GOAL) + ", records of "
                        + Figures.whole(goal.requireCount(ScenarioKeys.RECORD_SIZE)) + " bytes",
                caption(goal, curves),
                chart.drawing(
                        "records/s that were due",
                        "ms from the due time, " + curves.get(0).percentile(),
                        chart.x().ticks(6),
                        curves.stream()
                                .map(curve -> new ChartLine("", ModeLook.of(curve.mode()), Stroke.LINE, curve.points()))
                                .toList())));
    }

    private static void mark(LinesChart chart, CurveOfMode curve, double limit) {
        Appearance look = ModeLook.of(curve.mode());
        String mode = curve.mode().label() + " ";
        curve.lowerBound()
                .ifPresent(rate -> chart.mark(
                        new Place(rate, limit),
                        BOUND,
                        look,
                        mode + "reaches the goal at " + Figures.whole(rate) + " records/s"));
        curve.upperBound()
                .ifPresent(rate -> chart.mark(
                        new Place(rate, limit),
                        BOUND,
                        look.with(Fill.HOLLOW),
                        mode + "misses the goal at " + Figures.whole(rate) + " records/s"));
        curve.knee()
                .ifPresent(knee -> chart.mark(
                        knee,
                        KNEE,
                        look.with(Fill.PALE),
                        mode + "has its knee at " + Figures.whole(knee.x()) + " records/s"));
    }

    private static String caption(ResultRow goal, List<CurveOfMode> curves) {
        String found = curves.stream()
                .filter(curve -> curve.lowerBound().isPresent())
                .sorted(Comparator.comparingDouble(curve -> -curve.lowerBound().orElseThrow()))
                .map(curve -> {
                    Mode mode = curve.mode();
                    return mode.label() + " up to "
                            + Figures.whole(curve.lowerBound().orElseThrow());
                })
                .collect(Collectors.joining(", "));
        String kept = found.isEmpty()
                ? "No mode was found to keep " + goal.text(CurveKeys.GOAL)
                : goal.text(CurveKeys.GOAL) + " is kept by " + found + " records/s";
        return kept + "; on the line of the goal a filled mark is the highest rate at which it is reached, a hollow one"
                + " the lowest at which it is missed, and a pale mark on a curve is its knee, where the rate divided by"
                + " the latency is largest.";
    }
}
