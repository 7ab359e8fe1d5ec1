package io.producerbench.stats;

/**
 * The result of one look at paired ratios.
 *
 * @param pairs how many pairs the look took
 * @param look the number of the look, from 1
 * @param ratio new divided by base, by Hodges and Lehmann
 * @param interval the interval of the ratio
 * @param confidence of the interval, as a share
 * @param pValue of the exact signed-rank test
 * @param signFlipPValue of the exact sign-flip test, a second opinion that decides nothing; NaN
 *     with more pairs than can be counted
 */
public record LookResult(
        int pairs,
        int look,
        double ratio,
        Interval interval,
        double confidence,
        double pValue,
        double signFlipPValue,
        Judgement judgement) {

    /** True if no further pairs are needed. */
    public boolean isDecided() {
        return judgement != Judgement.INCONCLUSIVE;
    }
}
