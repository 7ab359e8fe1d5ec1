package io.producerbench.report.page;

import io.producerbench.results.ColumnKey;
import io.producerbench.results.JudgementKeys;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RowMode;
import io.producerbench.results.RunKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.text.Figures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a run without costs found, such as a duet, a calibration or a sweep whose records were read: an
 * answer in a sentence, and a row for each finding. Pure.
 */
final class OtherFindings {
    private OtherFindings() {}

    /** Returns the answer in a sentence. */
    static List<String> advice(ReportedRun run) {
        return switch (Kind.of(run)) {
            case DUET -> duet(run);
            case CALIBRATION, DISCRIMINATION ->
                List.of("Checks with a target: " + counted(run, JudgementKeys.MARK) + ".");
            case CURVE -> CurveFindings.advice(rows(run));
            case SWEEP, GUARANTEES, OTHER -> {
                List<ResultRow> seen = VisibleFindings.rows(run.summary());
                yield seen.isEmpty()
                        ? List.of("Measured: " + rows(run).size() + " rows.")
                        : VisibleFindings.advice(seen);
            }
        };
    }

    private static List<String> duet(ReportedRun run) {
        String answer = run.shared(JudgementKeys.NEW_ARM) + " beside " + run.shared(JudgementKeys.BASE_ARM) + ": "
                + counted(run, JudgementKeys.JUDGEMENT) + ".";
        return run.shared(RunKeys.CLUSTER_KIND).equals("stub")
                ? List.of(
                        answer,
                        "Both sent to a stub broker that answers at once, so the clients alone differ, and no rate is a"
                                + " cluster's.")
                : List.of(answer);
    }

    /** Returns how often each of the words of a column stands there. */
    private static String counted(ReportedRun run, ColumnKey column) {
        Map<String, Long> counts = rows(run).stream()
                .map(row -> row.text(column))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.groupingBy(word -> word, LinkedHashMap::new, Collectors.counting()));
        return counts.isEmpty()
                ? "none was judged"
                : counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
    }

    /** Returns a row for each finding; none where the file itself is what can be read. */
    static Grid grid(ReportedRun run) {
        return switch (Kind.of(run)) {
            case DUET ->
                grid(
                        run,
                        List.of("what", "new against base", "judgement"),
                        row -> List.of(scenario(row), ratio(row), row.text(JudgementKeys.JUDGEMENT)));
            case CALIBRATION ->
                grid(
                        run,
                        List.of("what", "setting", "median", "target", "mark"),
                        row -> List.of(
                                row.text(JudgementKeys.MEASURE),
                                row.text(JudgementKeys.SETTING),
                                row.text(JudgementKeys.MEDIAN) + " " + row.text(JudgementKeys.UNIT),
                                row.text(JudgementKeys.TARGET),
                                row.text(JudgementKeys.MARK)));
            case CURVE -> CurveFindings.grid(rows(run));
            case DISCRIMINATION ->
                grid(
                        run,
                        List.of("question", "rule", "judged by", "counted", "target", "mark"),
                        row -> List.of(
                                row.text(JudgementKeys.QUESTION),
                                row.text(JudgementKeys.RULE),
                                row.text(JudgementKeys.STATISTIC),
                                Figures.whole(row.requireCount(JudgementKeys.COUNT)) + " of "
                                        + Figures.whole(row.requireCount(JudgementKeys.OF)),
                                row.text(JudgementKeys.TARGET),
                                row.text(JudgementKeys.MARK)));
            case SWEEP -> VisibleFindings.grid(VisibleFindings.rows(run.summary()));
            case GUARANTEES, OTHER -> new Grid(List.of(), List.of());
        };
    }

    private static Grid grid(ReportedRun run, List<String> titles, Function<ResultRow, List<String>> cells) {
        return Grid.of(
                titles,
                rows(run).stream()
                        .map(row -> new Grid.GridRow("", cells.apply(row)))
                        .toList());
    }

    private static List<ResultRow> rows(ReportedRun run) {
        return run.tables().get(0).rows();
    }

    private static String scenario(ResultRow row) {
        return row.text(JudgementKeys.METRIC) + ", " + row.text(ScenarioKeys.BENCHMARK) + ", "
                + RowMode.of(row).map(Object::toString).orElse("") + ", "
                + Figures.whole(row.requireCount(ScenarioKeys.RECORD_SIZE)) + " bytes";
    }

    /** Returns for instance {@code 0.987 × (0.930–1.044, 99.5 %)}. */
    private static String ratio(ResultRow row) {
        if (row.number(JudgementKeys.RATIO).isEmpty()) {
            return "";
        }
        String ratio = String.format(
                Locale.ROOT, "%.3f ×", row.number(JudgementKeys.RATIO).getAsDouble());
        boolean hasInterval = row.number(JudgementKeys.RATIO.low()).isPresent()
                && row.number(JudgementKeys.RATIO.high()).isPresent()
                && row.number(JudgementKeys.CONFIDENCE).isPresent();
        return hasInterval
                ? String.format(
                        Locale.ROOT,
                        "%s (%.3f–%.3f, %.1f %%)",
                        ratio,
                        row.number(JudgementKeys.RATIO.low()).getAsDouble(),
                        row.number(JudgementKeys.RATIO.high()).getAsDouble(),
                        100 * row.number(JudgementKeys.CONFIDENCE).getAsDouble())
                : ratio;
    }
}
