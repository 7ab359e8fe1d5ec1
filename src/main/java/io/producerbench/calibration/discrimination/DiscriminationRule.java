package io.producerbench.calibration.discrimination;

import io.producerbench.stats.Direction;
import io.producerbench.stats.Judgement;
import io.producerbench.stats.LookResult;
import io.producerbench.stats.Looks;
import io.producerbench.stats.Margin;
import io.producerbench.stats.PairedComparison;
import io.producerbench.stats.PooledIterations;
import java.util.function.BiFunction;

/**
 * A rule that decides whether something got slower. It is tested on comparisons whose right outcome
 * is known.
 */
enum DiscriminationRule {
    /** Our rule, with a margin below the smallest planted slowdown. */
    PAIRED("paired, margin 1 %", (comparison, looks) -> paired(comparison, looks, DiscriminationTable.MARGIN)),
    /** Our rule, with the margin of a duet. */
    PAIRED_USUAL("paired, margin 2 %", (comparison, looks) -> paired(comparison, looks, Margin.OF_RATE)),
    /**
     * Our rule without a margin: every interval without 1 is an alarm. Its rate of alarms is the
     * alpha that the looks spend.
     */
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

    /** Returns FASTER or SLOWER for an alarm, otherwise one of the two other judgements. */
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
        return judgement(pooled.jmhIntervalsAreApart(), pooled);
    }

    private static Judgement welch(PooledIterations pooled) {
        return judgement(pooled.welchPValue() <= ALPHA, pooled);
    }

    /** Returns SLOWER for more CPU time. */
    private static Judgement judgement(boolean alarm, PooledIterations pooled) {
        if (!alarm) {
            return Judgement.INCONCLUSIVE;
        }
        return pooled.otherIsHigher() ? Judgement.SLOWER : Judgement.FASTER;
    }
}
