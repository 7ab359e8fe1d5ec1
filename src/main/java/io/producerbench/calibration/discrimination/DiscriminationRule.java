package io.producerbench.calibration.discrimination;

import io.producerbench.stats.Direction;
import io.producerbench.stats.Judgement;
import io.producerbench.stats.LookResult;
import io.producerbench.stats.Looks;
import io.producerbench.stats.Margin;
import io.producerbench.stats.PairedComparison;
import io.producerbench.stats.PooledIterations;
import java.util.function.BiFunction;

/** A rule by which people say that something got slower, put to the test on comparisons of which the answer is known. */
enum DiscriminationRule {
    /** Ours, with a margin that leaves room for the smallest planted slowdown. */
    PAIRED("paired, margin 1 %", (comparison, looks) -> paired(comparison, looks, DiscriminationTable.MARGIN)),
    /** Ours, with the margin that a duet has. */
    PAIRED_USUAL("paired, margin 2 %", (comparison, looks) -> paired(comparison, looks, Margin.OF_RATE)),
    /** Ours without a margin: every interval that leaves out 1. Its rate of alarms is what the looks spend. */
    PAIRED_ANY("paired, any difference", (comparison, looks) -> paired(comparison, looks, new Margin(1e-9))),
    JMH("JMH intervals apart", (comparison, looks) -> jmh(comparison.pooled())),
    POOLED_T("pooled t-test, 1 %", (comparison, looks) -> welch(comparison.pooled())),
    JMH_IN_SEQUENCE("JMH intervals apart, in sequence", (comparison, looks) -> jmh(comparison.pooledInSequence())),
    POOLED_T_IN_SEQUENCE(
            "pooled t-test, 1 %, in sequence", (comparison, looks) -> welch(comparison.pooledInSequence()));

    private static final double ALPHA = 0.01;

    private final String text;
    private final BiFunction<PlantedComparison, Looks, Judgement> rule;

    DiscriminationRule(String text, BiFunction<PlantedComparison, Looks, Judgement> rule) {
        this.text = text;
        this.rule = rule;
    }

    String text() {
        return text;
    }

    /** What it says: FASTER or SLOWER, or one of the two that are no alarm. */
    Judgement judge(PlantedComparison comparison, Looks looks) {
        return rule.apply(comparison, looks);
    }

    private static Judgement paired(PlantedComparison comparison, Looks looks, Margin margin) {
        return new PairedComparison(Direction.LOWER, margin, looks)
                .after(comparison.logRatios(PlantedComparison.CPU))
                .map(LookResult::judgement)
                .orElse(Judgement.INCONCLUSIVE);
    }

    private static Judgement jmh(PooledIterations pooled) {
        return said(pooled.jmhIntervalsAreApart(), pooled);
    }

    private static Judgement welch(PooledIterations pooled) {
        return said(pooled.welchPValue() <= ALPHA, pooled);
    }

    /** More CPU time is slower. */
    private static Judgement said(boolean alarm, PooledIterations pooled) {
        if (!alarm) {
            return Judgement.INCONCLUSIVE;
        }
        return pooled.otherIsHigher() ? Judgement.SLOWER : Judgement.FASTER;
    }
}
