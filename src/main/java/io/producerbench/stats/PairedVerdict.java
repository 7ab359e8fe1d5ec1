package io.producerbench.stats;

/**
 * What a look at paired ratios says.
 *
 * @param pairs how many were looked at
 * @param look which look it was, from 1
 * @param ratio new divided by base, by Hodges and Lehmann
 * @param interval of that ratio
 * @param confidence of the interval, as a share
 * @param pValue of the exact signed-rank test
 * @param signFlipPValue of the exact sign-flip test, beside it
 */
public record PairedVerdict(
        int pairs,
        int look,
        double ratio,
        Interval interval,
        double confidence,
        double pValue,
        double signFlipPValue,
        Judgement judgement) {

    /** Whether further pairs are not asked for: the question is answered. */
    public boolean isDecided() {
        return judgement != Judgement.INCONCLUSIVE;
    }
}
