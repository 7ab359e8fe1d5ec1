package io.producerbench.duet;

import io.producerbench.stats.Interval;
import io.producerbench.stats.LookResult;
import io.producerbench.stats.Looks;
import io.producerbench.text.Table;
import io.producerbench.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes the results of a duet for the terminal. */
public final class DuetText {
    private static final String FORMAT = "  %-24s %7s %7s %7s %16s %12s";
    private static final int WIDTH = 80;
    private static final String ABSENT = "-";
    private static final String ON_STUB =
            "against a stub broker that answers at once: the clients alone differ, and no rate here is a cluster's;"
                    + " the brokers' CPU time is the stub's";

    private DuetText() {}

    public static String of(DuetSummary summary, String baseArm, String newArm, Looks looks, Against against) {
        List<String> lines = new ArrayList<>();
        lines.add("base: " + baseArm);
        lines.add("new:  " + newArm);
        if (against == Against.STUB) {
            lines.addAll(Texts.wrap(ON_STUB, WIDTH));
        }
        lines.add("");
        Table table = Table.of("metric", "base", "new", "change", "interval, %", "verdict");
        summary.rows().forEach(row -> table.add(cells(row)));
        List<String> formatted = table.formatted(FORMAT);
        lines.add(formatted.get(0));
        for (int row = 0; row < summary.rows().size(); row++) {
            DuetSummaryRow judged = summary.rows().get(row);
            if (row == 0
                    || !judged.scenario().equals(summary.rows().get(row - 1).scenario())) {
                lines.addAll(Texts.wrap(heading(judged), WIDTH));
            }
            lines.add(formatted.get(row + 1));
        }
        lines.add("");
        lines.addAll(legend(looks));
        return String.join("\n", lines) + "\n";
    }

    private static String heading(DuetSummaryRow row) {
        String pairs =
                row.result().map(result -> ", " + result.pairs() + " pairs").orElse("");
        return row.scenario()
                + row.advice().map(advice -> ": " + advice).orElse("")
                + pairs
                + (row.dropped() == 0 ? "" : ", " + row.dropped() + " dropped");
    }

    private static List<String> cells(DuetSummaryRow row) {
        return List.of(
                row.metric().name(),
                value(row.baseMedian()),
                value(row.newMedian()),
                row.result().map(result -> percent(result.ratio())).orElse(ABSENT),
                row.result().map(LookResult::interval).map(DuetText::interval).orElse(ABSENT),
                row.judgement().toLowerCase(Locale.ROOT));
    }

    private static List<String> legend(Looks looks) {
        String at = looks.pairs().stream()
                .map(String::valueOf)
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
        return Stream.of(
                        String.format(
                                Locale.ROOT,
                                "looked at after %s pairs; each look may err in %.2f %% of comparisons, all together in"
                                        + " %.1f %%: intervals of %.2f %%",
                                at,
                                looks.alphaOfEach() * 100,
                                looks.alpha() * 100,
                                looks.confidence() * 100),
                        "faster, slower: the whole interval is beyond the margin (2 % of a rate or of CPU time, 5 % of a"
                                + " latency); equal: it is within; inconclusive: neither",
                        "the first metric of a scenario decides how many pairs it needs")
                .flatMap(line -> Texts.wrap(line, WIDTH).stream())
                .toList();
    }

    private static String interval(Interval ratio) {
        return Double.isInfinite(ratio.high()) ? "unbounded" : bound(ratio.low()) + " to " + bound(ratio.high());
    }

    private static String bound(double ratio) {
        return String.format(Locale.ROOT, "%+.2f", (ratio - 1) * 100);
    }

    private static String percent(double ratio) {
        return String.format(Locale.ROOT, "%+.2f%%", (ratio - 1) * 100);
    }

    private static String value(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, value < 100 ? "%.4f" : "%,.0f", value) : ABSENT;
    }
}
