package io.producerbench.hosts;

import io.producerbench.latency.CompressedHistograms;
import io.producerbench.latency.IterationCounts;
import io.producerbench.results.sample.MachineLoad;

/**
 * What a lane measured.
 *
 * @param score as JMH reports it
 * @param lateNanos how long after the common start it began
 * @param clock both clocks of its host at one moment, which relate the times in {@code counts} to
 *     those of other hosts
 * @param machine whose the processors of its host were within the windows
 * @param histogramLog the path of its histogram log, which stays on its host
 */
record LaneResult(
        IterationCounts counts,
        CompressedHistograms histograms,
        double score,
        long lateNanos,
        HostClock clock,
        MachineLoad machine,
        String histogramLog) {
    /**
     * @param epochNanos the clock on the wall
     * @param nanos {@link System#nanoTime}
     */
    record HostClock(long epochNanos, long nanos) {}
}
