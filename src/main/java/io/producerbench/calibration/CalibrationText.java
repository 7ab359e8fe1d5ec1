package io.producerbench.calibration;

import io.producerbench.stats.MedianInterval;
import io.producerbench.text.Table;
import io.producerbench.text.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Formats the results of a calibration for the terminal: a table, explanations, and the missed
 * targets.
 */
public final class CalibrationText {
    /** Goal, measure, setting, target, median, interval, n, mark. */
    private static final int[] WIDTHS = {4, 14, 15, 9, 9, 9, 2, 4};

    private static final int WIDTH = 80;
    private static final String ABSENT = "–";

    private CalibrationText() {}

    public static String of(List<CalibrationFinding> findings) {
        Table table = Table.of("goal", "measure", "setting", "target", "median:", "95 % interval:", "n:", "mark");
        findings.forEach(finding -> table.add(row(finding)));
        List<String> lines = new ArrayList<>(table.wrapped(WIDTHS));
        explanations(findings).forEach((explanation, measures) -> {
            lines.add("");
            lines.addAll(Texts.wrap(measures + ": " + explanation.text(), WIDTH));
        });
        lines.add("");
        lines.addAll(conclusion(findings));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> row(CalibrationFinding finding) {
        CalibrationCheck check = finding.check();
        Unit unit = check.unit();
        return List.of(
                check.id(),
                check.measure() + ", " + unit.label(),
                finding.setting(),
                check.target().text().isEmpty() ? ABSENT : check.target().text(),
                finding.interval().map(MedianInterval::median).map(unit::text).orElse(ABSENT),
                finding.interval()
                        .flatMap(MedianInterval::interval)
                        .map(range -> unit.text(range.low()) + " to " + unit.text(range.high()))
                        .orElse(ABSENT),
                Integer.toString(finding.values().size()),
                finding.mark().text());
    }

    /** Returns each explanation once, with the measures that it explains. */
    private static Map<Explanation, String> explanations(List<CalibrationFinding> findings) {
        return findings.stream()
                .map(CalibrationFinding::check)
                .distinct()
                .collect(Collectors.groupingBy(
                        CalibrationCheck::explanation,
                        LinkedHashMap::new,
                        Collectors.mapping(CalibrationCheck::measure, Collectors.joining(", "))));
    }

    private static List<String> conclusion(List<CalibrationFinding> findings) {
        List<String> lines = new ArrayList<>();
        for (CalibrationFinding finding : findings) {
            boolean hasTarget = !finding.check().target().text().isEmpty();
            if (finding.mark() == PassFail.MISS) {
                lines.addAll(Texts.wrap(miss(finding), WIDTH));
            } else if (finding.mark() == PassFail.NONE && hasTarget) {
                lines.addAll(Texts.wrap(undecided(finding), WIDTH));
            }
        }
        return lines.isEmpty() ? List.of("nothing missed its target") : lines;
    }

    private static String miss(CalibrationFinding finding) {
        Unit unit = finding.check().unit();
        // The median does not show why a target for every block was missed, so the extreme blocks
        // are shown too.
        return "MISS " + name(finding) + ": expected "
                + finding.check().target().text() + ", got "
                + finding.interval().map(MedianInterval::median).map(unit::text).orElse(ABSENT) + " " + unit.label()
                + " (blocks from " + unit.text(Collections.min(finding.values())) + " to "
                + unit.text(Collections.max(finding.values())) + ")";
    }

    private static String undecided(CalibrationFinding finding) {
        return "not judged " + name(finding) + ": "
                + (finding.values().isEmpty()
                        ? "no block is valid"
                        : "a lower bound needs " + MedianInterval.FEWEST + " valid blocks, got "
                                + finding.values().size());
    }

    private static String name(CalibrationFinding finding) {
        return finding.check().id() + " " + finding.check().measure() + " (" + finding.setting() + ")";
    }
}
