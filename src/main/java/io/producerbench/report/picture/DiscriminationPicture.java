package io.producerbench.report.picture;

import io.producerbench.report.drawing.Appearance;
import io.producerbench.report.drawing.Glyph;
import io.producerbench.report.drawing.Ink;
import io.producerbench.report.drawing.Scale;
import io.producerbench.results.JudgementKeys;
import io.producerbench.results.ResultRow;
import io.producerbench.stats.AnomalyRate;
import io.producerbench.stats.Interval;
import io.producerbench.text.Figures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Draws how often each rule of a judgement was right or wrong where the truth is known. */
final class DiscriminationPicture {
    private static final Appearance COUNTED = new Appearance(Ink.BLUE, Glyph.CIRCLE);
    private static final Appearance MISS = new Appearance(Ink.RED, Glyph.CROSS);
    private static final double PERCENT = 100;

    private DiscriminationPicture() {}

    /** Returns a picture for each question that several rules answer. */
    static List<Picture> of(List<ResultRow> rows) {
        Map<String, List<ResultRow>> questions = rows.stream()
                .filter(row -> row.requireInt(JudgementKeys.OF) > 0)
                .collect(Collectors.groupingBy(
                        row -> row.text(JudgementKeys.QUESTION), LinkedHashMap::new, Collectors.toList()));
        return questions.entrySet().stream()
                .filter(question -> question.getValue().stream()
                                .map(row -> row.text(JudgementKeys.RULE))
                                .distinct()
                                .count()
                        > 1)
                .map(question -> picture(question.getKey(), question.getValue()))
                .toList();
    }

    private static Picture picture(String question, List<ResultRow> rules) {
        List<ChartRow> rows = rules.stream().map(DiscriminationPicture::row).toList();
        double high = rows.stream().mapToDouble(ChartRow::max).max().orElse(1);
        return new Picture(
                "discrimination-"
                        + question.toLowerCase(Locale.ROOT)
                                .replaceAll("[^a-z0-9]+", "-")
                                .replaceAll("^-|-$", ""),
                "Discrimination: " + question,
                caption(question, rules),
                new RowsChart(rows, (from, to) -> Scale.fromZero(high, from, to))
                        .drawing("% of the comparisons", RowsChart.Background.NONE));
    }

    private static ChartRow row(ResultRow rule) {
        AnomalyRate rate = rate(rule);
        return new ChartRow(
                rule.text(JudgementKeys.RULE),
                rule.text(JudgementKeys.STATISTIC),
                rule.text(JudgementKeys.MARK).equals("MISS") ? MISS : COUNTED,
                OptionalDouble.of(PERCENT * rate.hits() / rate.trials()),
                Optional.of(new Interval(PERCENT * rate.lower(), PERCENT * rate.upper())),
                List.of(),
                counted(rate));
    }

    private static AnomalyRate rate(ResultRow rule) {
        int all = rule.requireInt(JudgementKeys.OF);
        int count = rule.requireInt(JudgementKeys.COUNT);
        rule.require(count <= all, JudgementKeys.COUNT, "at most " + all);
        return new AnomalyRate(count, all);
    }

    private static String counted(AnomalyRate rate) {
        return Figures.whole(rate.hits()) + " of " + Figures.whole(rate.trials());
    }

    private static String caption(String question, List<ResultRow> rules) {
        ResultRow first = rules.get(0);
        return question + ": " + counted(rate(first)) + " by the rule " + first.text(JudgementKeys.RULE)
                + (first.text(JudgementKeys.TARGET).isEmpty()
                        ? ""
                        : " (target: " + first.text(JudgementKeys.TARGET) + ")")
                + "; bars are the bounds, each at 95 % confidence, a cross is a missed target.";
    }
}
