package io.producerbench.compare;

import io.producerbench.results.ColumnKey;
import io.producerbench.results.RunKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.stats.Difference;
import io.producerbench.stats.Judgement;
import io.producerbench.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the notes below a comparison, one line each: counts, controls and warnings. */
final class ComparisonNotes {
    private static final int NAMED = 3;

    private ComparisonNotes() {}

    static List<String> of(RunComparison comparison) {
        List<String> notes = new ArrayList<>();
        notes.add(judgements(comparison));
        notes.add(controls(comparison.controls()));
        int enough = comparison.blocksForFamily();
        if (comparison.fewestBlocks() < enough) {
            notes.add("warning: with " + comparison.fewestBlocks()
                    + " blocks a side a difference in one cell alone cannot be shown"
                    + " among " + comparison.family().size() + " comparisons; -f " + enough
                    + " is the fewest that can, or compare fewer cells");
        }
        Stream.of(comparison.base(), comparison.next()).forEach(side -> notes.addAll(ofSide(side)));
        notes.addAll(unpaired(comparison));
        return List.copyOf(notes);
    }

    private static String judgements(RunComparison comparison) {
        List<MetricComparison> family = comparison.family();
        String counts = Stream.of(Judgement.values())
                .map(judgement -> family.stream()
                                .filter(row -> row.judgement().orElseThrow() == judgement)
                                .count()
                        + " " + judgement.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%d comparisons of rates and 99th percentiles: %s; p adjusted for all of them (Benjamini-Hochberg), ~ where above %.2f",
                family.size(),
                counts,
                Difference.ALPHA);
    }

    private static String controls(NullControls controls) {
        return controls.tests() == 0
                ? "controls: none, since neither run has cells that differ in min.insync.replicas alone"
                : "controls: " + controls.alarms() + " of " + controls.tests()
                        + " comparisons of equal things within one run show a difference, of which chance explains up to "
                        + controls.allowed();
    }

    private static List<String> ofSide(RunSamples side) {
        List<String> notes = new ArrayList<>();
        long left = side.rows().size() - side.ok();
        if (left > 0) {
            notes.add("warning: " + side.name() + ": " + left + " of "
                    + side.rows().size() + " samples are not OK and are left out");
        }
        if (side.distinct(RunKeys.DIRTY).contains("true")) {
            notes.add("warning: " + side.name() + " was made of files that no commit has; do not cite it");
        }
        return notes.stream().map(Texts::printable).toList();
    }

    private static List<String> unpaired(RunComparison comparison) {
        List<String> notes = new ArrayList<>();
        notes.addAll(only("base", comparison.onlyBase()));
        notes.addAll(only("new", comparison.onlyNext()));
        if (!comparison.unpairedColumns().isEmpty()) {
            notes.add("warning: one side does not say what "
                    + String.join(
                            ", ",
                            comparison.unpairedColumns().stream()
                                    .map(ColumnKey::name)
                                    .toList())
                    + " was; cells are paired without");
        }
        return notes;
    }

    private static List<String> only(String side, List<ComparedCell> cells) {
        if (cells.isEmpty()) {
            return List.of();
        }
        String names = cells.stream()
                .limit(NAMED)
                .map(cell -> cell.setting(ScenarioKeys.BENCHMARK) + " " + cell.name(cells))
                .collect(Collectors.joining(", "));
        return List.of(Texts.printable(
                "only in " + side + ": " + cells.size() + " cells: " + names + (cells.size() > NAMED ? ", ..." : "")));
    }
}
