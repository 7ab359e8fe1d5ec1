package io.producerbench.report.picture;

import io.producerbench.latency.Latency;
import io.producerbench.report.ModeOfRow;
import io.producerbench.report.drawing.Fill;
import io.producerbench.report.drawing.Ink;
import io.producerbench.report.drawing.Place;
import io.producerbench.report.drawing.Scale;
import io.producerbench.report.drawing.Sketch;
import io.producerbench.report.drawing.Stroke;
import io.producerbench.report.picture.ChartRow.ChartValue;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.JudgementKeys;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.stats.Interval;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Draws the pairs of a duet: each pair's ratio, the interval, and the margin of what is equal. */
final class DuetPicture {
    private static final Map<String, String> WORDS = Map.of(
            SampleKeys.RECORDS_PER_S.name(), "rate",
            SampleKeys.CLIENT_CPU_US_PER_RECORD.name(), "client CPU of a record",
            SampleKeys.BROKER_CPU_US_PER_RECORD.name(), "brokers' CPU of a record",
            SampleKeys.latency(Latency.ACK, "p50").name(), "p50 of latency",
            SampleKeys.ACK_P99_US.name(), "p99 of latency");

    private DuetPicture() {}

    /** Returns a picture for each metric. */
    static List<Picture> of(List<ResultRow> summary, List<ResultRow> pairs) {
        return summary.stream()
                .filter(row -> row.number(JudgementKeys.RATIO).isPresent())
                .collect(Collectors.groupingBy(
                        row -> row.text(JudgementKeys.METRIC), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(metric -> picture(metric.getKey(), metric.getValue(), pairs))
                .toList();
    }

    private static Picture picture(String metric, List<ResultRow> cells, List<ResultRow> pairs) {
        List<ChartRow> rows =
                cells.stream().map(cell -> row(metric, cell, pairs)).toList();
        double low = rows.stream().mapToDouble(ChartRow::min).min().orElse(1);
        double high = rows.stream().mapToDouble(ChartRow::max).max().orElse(1);
        double margin = cells.get(0).number(JudgementKeys.MARGIN).orElse(0);
        return new Picture(
                "duet-" + metric.replaceAll("[^a-z0-9_]", "").replace('_', '-'),
                cells.get(0).text(JudgementKeys.NEW_ARM) + " against "
                        + cells.get(0).text(JudgementKeys.BASE_ARM) + ", " + words(metric),
                caption(cells),
                new RowsChart(rows, (from, to) -> Scale.around(Math.min(low, 1), Math.max(high, 1), from, to))
                        .drawing(
                                words(metric) + ", new ÷ base",
                                (sketch, scale, bottom) -> margin(margin, sketch, scale, bottom)));
    }

    private static String words(String metric) {
        return WORDS.getOrDefault(metric, metric);
    }

    private static ChartRow row(String metric, ResultRow cell, List<ResultRow> pairs) {
        ColumnKey logRatio = JudgementKeys.logRatio(new ColumnKey(metric));
        List<ChartValue> values = pairs.stream()
                .filter(pair -> pair.text(JudgementKeys.SCENARIO).equals(cell.text(JudgementKeys.SCENARIO))
                        && pair.text(JudgementKeys.DROPPED).isEmpty()
                        && pair.has(logRatio)
                        && pair.number(logRatio).isPresent())
                .map(pair -> new ChartValue(
                        Math.exp(pair.number(logRatio).getAsDouble()),
                        "pair " + pair.text(SampleKeys.BLOCK) + ": "
                                + ratio(Math.exp(pair.number(logRatio).getAsDouble()))))
                .toList();
        OptionalDouble low = cell.number(JudgementKeys.RATIO.low());
        OptionalDouble high = cell.number(JudgementKeys.RATIO.high());
        return new ChartRow(
                ModeOfRow.of(cell).label(),
                detail(cell),
                ModeLook.of(ModeOfRow.of(cell)),
                cell.number(JudgementKeys.RATIO),
                low.isPresent() && high.isPresent()
                        ? Optional.of(new Interval(low.getAsDouble(), high.getAsDouble()))
                        : Optional.empty(),
                values,
                ratio(cell.number(JudgementKeys.RATIO).getAsDouble()));
    }

    private static String detail(ResultRow cell) {
        return cell.text(ScenarioKeys.RECORD_SIZE) + " B";
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.3f", ratio);
    }

    private static void margin(double margin, Sketch sketch, Scale scale, double bottom) {
        double low = Math.max(scale.at(1 - margin), scale.from());
        double high = Math.min(scale.at(1 + margin), scale.to());
        sketch.box(new Place(low, 6), new Place(high, bottom), Ink.BLUE, Fill.TINT);
        sketch.line(new Place(scale.at(1), 6), new Place(scale.at(1), bottom), Ink.MUTED, Stroke.HAIR);
    }

    private static String caption(List<ResultRow> cells) {
        Map<String, Long> judgements = cells.stream()
                .map(cell -> cell.text(JudgementKeys.JUDGEMENT).toLowerCase(Locale.ROOT))
                .filter(judgement -> !judgement.isEmpty())
                .collect(Collectors.groupingBy(judgement -> judgement, LinkedHashMap::new, Collectors.counting()));
        String words = judgements.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        double margin = 100 * cells.get(0).number(JudgementKeys.MARGIN).orElse(0);
        double confidence = 100 * cells.get(0).number(JudgementKeys.CONFIDENCE).orElse(0);
        return (words.isEmpty() ? range(cells) : "Of " + cells.size() + " scenarios: " + words)
                + "; each dot is a pair, bars are intervals of " + Scale.text(confidence)
                + " %, within the band of ± " + Scale.text(margin) + " % both arms count as equal.";
    }

    /** Returns what can be said of a metric that is not judged. */
    private static String range(List<ResultRow> cells) {
        DoubleSummaryStatistics ratios = cells.stream()
                .mapToDouble(cell -> cell.number(JudgementKeys.RATIO).orElseThrow())
                .summaryStatistics();
        return "Not judged; the ratios lie between " + ratio(ratios.getMin()) + " and " + ratio(ratios.getMax());
    }
}
