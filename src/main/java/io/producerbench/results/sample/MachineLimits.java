package io.producerbench.results.sample;

import java.time.Duration;

/**
 * How much the machine may have disturbed a sample that counts.
 *
 * @param mostOthers the largest share of all cores' time that other processes may have used, and
 *     likewise the hypervisor, from 0 to 1
 * @param longestStandstill the longest time in which client, brokers or machine may have stood still
 */
public record MachineLimits(double mostOthers, Duration longestStandstill) {
    /** Ten percent of the machine, and half a second. */
    public static final MachineLimits DEFAULT = new MachineLimits(0.10, Duration.ofMillis(500));

    /**
     * Two percent of all cores' time, which is the margin of rates: the most that the hypervisor may
     * keep where measurements are dropped for it.
     */
    public static final double USUAL_MOST_STEAL = 0.02;

    /** Returns these limits with another share of other processes. */
    public MachineLimits withMostOthers(double share) {
        return new MachineLimits(share, longestStandstill);
    }
}
