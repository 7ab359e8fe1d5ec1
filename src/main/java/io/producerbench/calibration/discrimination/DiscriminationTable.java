package io.producerbench.calibration.discrimination;

import io.producerbench.results.ResultRow;
import io.producerbench.stats.AcceptanceCriterion;
import io.producerbench.stats.Direction;
import io.producerbench.stats.Judgement;
import io.producerbench.stats.LookResult;
import io.producerbench.stats.Looks;
import io.producerbench.stats.Margin;
import io.producerbench.stats.PairedComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Counts how often each rule is right on comparisons whose right outcome is known. It computes this
 * from {@code discrimination-blocks.csv} alone.
 */
public final class DiscriminationTable {
    private static final double FALSE_ALARMS = 0.01;
    private static final double SMALL = 0.02;
    private static final double LARGE = 0.05;

    /**
     * Half the smallest planted slowdown, because a difference that equals the margin is never
     * found.
     */
    static final Margin MARGIN = new Margin(SMALL / 2);

    private static final AcceptanceCriterion NONE = new AcceptanceCriterion.Nothing();

    private final List<PlantedComparison> comparisons;
    private final Looks looks;
    private final List<DiscriminationLine> lines = new ArrayList<>();

    private DiscriminationTable(List<PlantedComparison> comparisons, Looks looks) {
        this.comparisons = comparisons;
        this.looks = looks;
    }

    /** @param rows of {@code discrimination-blocks.csv}, in its order */
    public static List<DiscriminationLine> of(List<ResultRow> rows, Looks looks) {
        DiscriminationTable discrimination = new DiscriminationTable(PlantedComparison.all(rows), looks);
        for (DiscriminationRule rule : DiscriminationRule.values()) {
            discrimination.rates(rule);
        }
        discrimination.stopping(DiscriminationRule.PAIRED, MARGIN);
        discrimination.stopping(DiscriminationRule.PAIRED_USUAL, Margin.OF_RATE);
        discrimination.byRate();
        return List.copyOf(discrimination.lines);
    }

    private void rates(DiscriminationRule rule) {
        boolean isJudged = rule == DiscriminationRule.PAIRED;
        List<PlantedComparison> same = planted(0);
        add(
                "false alarms",
                rule,
                count(rule, same, true),
                same.size(),
                "",
                isJudged ? new AcceptanceCriterion.AtMost(FALSE_ALARMS) : NONE);
        found(rule, LARGE, isJudged ? new AcceptanceCriterion.AtLeast(1 - LARGE) : NONE);
        found(rule, SMALL, isJudged ? new AcceptanceCriterion.Seen("at least 80 %", 0.80, 1) : NONE);
        int wrong = 0;
        int all = 0;
        for (PlantedComparison comparison : comparisons) {
            boolean isPlanted = comparison.planted() > 0;
            all += isPlanted ? 1 : 0;
            wrong += isPlanted && rule.judge(comparison, looks) == Judgement.FASTER ? 1 : 0;
        }
        add("sign wrong", rule, wrong, all, "", isJudged ? new AcceptanceCriterion.Seen("never", 0, 0) : NONE);
    }

    private void found(DiscriminationRule rule, double share, AcceptanceCriterion criterion) {
        List<PlantedComparison> planted = planted(share);
        String question = String.format(Locale.ROOT, "%.0f %% found", share * 100);
        add(question, rule, count(rule, planted, false), planted.size(), measured(planted), criterion);
    }

    private List<PlantedComparison> planted(double share) {
        return comparisons.stream()
                .filter(comparison -> comparison.planted() == share)
                .toList();
    }

    private int count(DiscriminationRule rule, List<PlantedComparison> among, boolean eitherWay) {
        return (int) among.stream()
                .map(comparison -> rule.judge(comparison, looks))
                .filter(said -> said == Judgement.SLOWER || eitherWay && said == Judgement.FASTER)
                .count();
    }

    /** Returns the size that the planted slowdown really had: the median of all blocks. */
    private static String measured(List<PlantedComparison> planted) {
        List<Double> all = planted.stream()
                .flatMap(comparison -> comparison.logRatios(PlantedComparison.CPU).stream())
                .sorted()
                .toList();
        return all.isEmpty()
                ? ""
                : String.format(Locale.ROOT, "planted %.2f %%", Math.expm1(all.get(all.size() / 2)) * 100);
    }

    /** Compares the looks with one look at the end, on the same blocks. */
    private void stopping(DiscriminationRule rule, Margin margin) {
        Looks once = Looks.once(looks.most(), looks.alpha());
        int same = 0;
        long used = 0;
        for (PlantedComparison comparison : comparisons) {
            LookResult early = result(comparison, margin, looks);
            LookResult late = result(comparison, margin, once);
            same += early.judgement() == late.judgement() ? 1 : 0;
            used += early.pairs();
        }
        int all = comparisons.size();
        add("same verdict as at " + looks.most(), rule, same, all, "", new AcceptanceCriterion.Seen("all", 1, 1));
        int most = all * looks.most();
        add(
                "blocks saved",
                rule,
                (int) (most - used),
                most,
                "",
                new AcceptanceCriterion.Seen("at least 40 %", 0.40, 1));
    }

    private static LookResult result(PlantedComparison comparison, Margin margin, Looks looks) {
        return new PairedComparison(Direction.LOWER, margin, looks)
                .after(comparison.logRatios(PlantedComparison.CPU))
                .orElseThrow(() -> new IllegalArgumentException("expected at least "
                        + looks.pairs().get(0) + " blocks of each comparison, got "
                        + comparison.blocks().size()));
    }

    /** Asks the same questions about the rate, which depends on the broker and the network too. */
    private void byRate() {
        for (double share : List.of(0.0, LARGE, SMALL)) {
            List<PlantedComparison> among = planted(share);
            int count = (int) among.stream()
                    .map(comparison -> new PairedComparison(Direction.HIGHER, MARGIN, looks)
                            .after(comparison.logRatios(PlantedComparison.RATE))
                            .orElseThrow()
                            .judgement())
                    .filter(said -> said == Judgement.SLOWER || share == 0 && said == Judgement.FASTER)
                    .count();
            String question = share == 0 ? "false alarms" : String.format(Locale.ROOT, "%.0f %% found", share * 100);
            lines.add(DiscriminationLine.of(
                    question,
                    DiscriminationRule.PAIRED.text(),
                    PlantedComparison.RATE.name(),
                    count,
                    among.size(),
                    "",
                    NONE));
        }
    }

    private void add(
            String question, DiscriminationRule rule, int count, int all, String note, AcceptanceCriterion criterion) {
        lines.add(DiscriminationLine.of(
                question, rule.text(), PlantedComparison.CPU.name(), count, all, note, criterion));
    }
}
