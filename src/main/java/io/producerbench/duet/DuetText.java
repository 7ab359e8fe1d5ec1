package io.producerbench.duet;

import io.producerbench.stats.Interval;
import io.producerbench.stats.LookResult;
import io.producerbench.stats.Looks;
import io.producerbench.text.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the results of a duet for the terminal. */
public final class DuetText {
    private static final String FORMAT = "%-44s  %-35s  %12s  %12s  %8s  %21s  %7s  %5s  %7s  %s";
    private static final String ABSENT = "-";

    private DuetText() {}

    public static String of(DuetSummary summary, String baseArm, String newArm, Looks looks) {
        List<String> lines = new ArrayList<>();
        lines.add("base: " + baseArm);
        lines.add("new:  " + newArm);
        lines.add("");
        Table table = Table.of(
                "scenario",
                "metric",
                "base median",
                "new median",
                "change",
                "interval",
                "p",
                "pairs",
                "dropped",
                "verdict");
        summary.rows().forEach(row -> table.add(cells(row)));
        lines.addAll(table.formatted(FORMAT));
        lines.add("");
        lines.addAll(legend(looks));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> cells(DuetSummaryRow row) {
        return List.of(
                row.isJudged() ? row.scenario() : "",
                row.metric().name() + ", " + row.metric().unit(),
                value(row.baseMedian()),
                value(row.newMedian()),
                row.result().map(result -> percent(result.ratio())).orElse(ABSENT),
                row.result().map(LookResult::interval).map(DuetText::interval).orElse(ABSENT),
                row.result()
                        .map(result -> String.format(Locale.ROOT, "%.4f", result.pValue()))
                        .orElse(ABSENT),
                row.result().map(result -> Integer.toString(result.pairs())).orElse(ABSENT),
                Long.toString(row.dropped()),
                judgement(row));
    }

    private static String judgement(DuetSummaryRow row) {
        String word = row.judgement().toLowerCase(Locale.ROOT);
        return word + row.advice().map(advice -> ": " + advice).orElse("");
    }

    private static List<String> legend(Looks looks) {
        String at = looks.pairs().stream()
                .map(String::valueOf)
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
        return List.of(
                String.format(
                        Locale.ROOT,
                        "looked at after %s pairs; each look may err in %.2f %% of comparisons, all together in %.1f %%:"
                                + " intervals of %.2f %%",
                        at,
                        looks.alphaOfEach() * 100,
                        looks.alpha() * 100,
                        looks.confidence() * 100),
                "faster, slower: the whole interval is beyond the margin (2 % of a rate, 5 % of a p99); equal: it is within;"
                        + " inconclusive: neither",
                "the second line of a scenario is shown beside it and not judged");
    }

    private static String interval(Interval ratio) {
        return Double.isInfinite(ratio.high()) ? "unbounded" : percent(ratio.low()) + " to " + percent(ratio.high());
    }

    private static String percent(double ratio) {
        return String.format(Locale.ROOT, "%+.2f%%", (ratio - 1) * 100);
    }

    private static String value(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, value < 100 ? "%.4f" : "%,.0f", value) : ABSENT;
    }
}
