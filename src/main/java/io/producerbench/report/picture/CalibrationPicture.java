package io.producerbench.report.picture;

import io.producerbench.report.drawing.Appearance;
import io.producerbench.report.drawing.Fill;
import io.producerbench.report.drawing.Glyph;
import io.producerbench.report.drawing.Ink;
import io.producerbench.report.drawing.Place;
import io.producerbench.report.drawing.Scale;
import io.producerbench.report.drawing.Sketch;
import io.producerbench.report.drawing.Stroke;
import io.producerbench.results.JudgementKeys;
import io.producerbench.results.ResultRow;
import io.producerbench.stats.Interval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Draws the checks of a calibration: what was measured beside its target. */
final class CalibrationPicture {
    /** A target on one side; the size of {@code x} has one on both. */
    private static final Pattern TARGET = Pattern.compile("(\\|x\\| )?([≤≥]) ([\\d.]+)( .*)?");

    private static final Appearance PASS = new Appearance(Ink.BLUE, Glyph.CIRCLE);
    private static final Appearance MISS = new Appearance(Ink.RED, Glyph.CROSS);

    private CalibrationPicture() {}

    /** Returns a picture for each goal and measure whose target is a number. */
    static List<Picture> of(List<ResultRow> rows) {
        Map<String, List<ResultRow>> measures = rows.stream()
                .filter(row -> TARGET.matcher(row.text(JudgementKeys.TARGET)).matches())
                .filter(row -> row.number(JudgementKeys.MEDIAN).isPresent())
                .collect(Collectors.groupingBy(
                        row -> row.text(JudgementKeys.GOAL) + " " + row.text(JudgementKeys.MEASURE),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return measures.entrySet().stream()
                .map(measure -> picture(measure.getKey(), measure.getValue()))
                .toList();
    }

    private static Picture picture(String measure, List<ResultRow> checks) {
        List<ChartRow> rows = checks.stream().map(CalibrationPicture::row).toList();
        double low = Math.min(
                rows.stream().mapToDouble(ChartRow::min).min().orElse(0),
                checks.stream().mapToDouble(check -> limits(check).get(0)).min().orElse(0));
        double high = Math.max(
                rows.stream().mapToDouble(ChartRow::max).max().orElse(1),
                checks.stream()
                        .mapToDouble(check -> limits(check).get(limits(check).size() - 1))
                        .max()
                        .orElse(1));
        return new Picture(
                "calibration-"
                        + measure.toLowerCase(Locale.ROOT)
                                .replaceAll("[^a-z0-9]+", "-")
                                .replaceAll("^-|-$", ""),
                measure,
                caption(checks),
                new RowsChart(rows, (from, to) -> Scale.around(low, high, from, to))
                        .drawing(
                                checks.get(0).text(JudgementKeys.UNIT),
                                (sketch, scale, bottom) -> targets(checks, sketch, scale)));
    }

    private static ChartRow row(ResultRow check) {
        OptionalDouble low = check.number(JudgementKeys.LOW_95);
        OptionalDouble high = check.number(JudgementKeys.HIGH_95);
        String[] setting = check.text(JudgementKeys.SETTING).split(", ", 2);
        return new ChartRow(
                setting[0],
                setting.length > 1 ? setting[1] : "",
                check.text(JudgementKeys.MARK).equals("MISS") ? MISS : PASS,
                check.number(JudgementKeys.MEDIAN),
                low.isPresent() && high.isPresent()
                        ? Optional.of(new Interval(low.getAsDouble(), high.getAsDouble()))
                        : Optional.empty(),
                List.of(),
                Scale.text(check.number(JudgementKeys.MEDIAN).getAsDouble()));
    }

    /** Returns the values at which the check's target begins, by size. */
    private static List<Double> limits(ResultRow check) {
        Matcher target = TARGET.matcher(check.text(JudgementKeys.TARGET));
        check.require(target.matches(), JudgementKeys.TARGET, "a target with a number");
        double limit = Double.parseDouble(target.group(3));
        return target.group(1) == null ? List.of(limit) : List.of(-limit, limit);
    }

    private static void targets(List<ResultRow> checks, Sketch sketch, Scale scale) {
        for (int i = 0; i < checks.size(); i++) {
            double top = RowsChart.middle(i) - RowsChart.ROW / 2;
            double bottom = top + RowsChart.ROW;
            List<Double> limits = limits(checks.get(i));
            boolean atLeast = checks.get(i).text(JudgementKeys.TARGET).startsWith("≥");
            double from =
                    atLeast ? scale.at(limits.get(0)) : limits.size() > 1 ? scale.at(limits.get(0)) : scale.from();
            double to = atLeast ? scale.to() : scale.at(limits.get(limits.size() - 1));
            sketch.box(new Place(from, top), new Place(to, bottom), Ink.GREEN, Fill.TINT);
            for (double limit : limits) {
                sketch.line(
                        new Place(scale.at(limit), top), new Place(scale.at(limit), bottom), Ink.GREEN, Stroke.LINE);
            }
        }
    }

    private static String caption(List<ResultRow> checks) {
        long missed = checks.stream()
                .filter(check -> check.text(JudgementKeys.MARK).equals("MISS"))
                .count();
        String targets = checks.stream()
                .map(check -> check.text(JudgementKeys.TARGET))
                .distinct()
                .collect(Collectors.joining(" or "));
        return (missed == 0
                        ? "All " + checks.size() + " checks met their target, " + targets
                        : missed + " of " + checks.size() + " checks missed their target, " + targets)
                + "; the green band is the target, bars are 95 % intervals, a cross is a miss.";
    }
}
