package io.producerbench.plan;

import io.producerbench.latency.Latency;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.SummaryKeys;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The latencies of a mode at a fixed rate.
 *
 * @param micros from when a record was due to its acknowledgement; none with {@code acks=0}
 */
record MeasuredPoint(double recordsPerSecond, Map<PlanPercentile, Double> micros) {
    /**
     * Reads a row of a sweep's or of a curve's summary. The former has percentiles of all blocks
     * together, the latter the median over its trials.
     */
    static MeasuredPoint of(ResultRow row) {
        Map<PlanPercentile, Double> micros = new EnumMap<>(PlanPercentile.class);
        for (PlanPercentile percentile : PlanPercentile.values()) {
            Stream.of(
                            SummaryKeys.pooled(Latency.ACK, percentile.statistic()),
                            SampleKeys.latency(Latency.ACK, percentile.statistic())
                                    .median())
                    .filter(row::has)
                    .findFirst()
                    .map(row::amount)
                    .ifPresent(value -> value.ifPresent(time -> micros.put(percentile, time)));
        }
        return new MeasuredPoint(row.requireCount(ScenarioKeys.TARGET_RATE), micros);
    }

    /**
     * Returns the point at the measured rate that is the nearest at or above the planned one.
     * Nothing is interpolated, and nothing is said of a rate above all measured ones.
     */
    static Optional<MeasuredPoint> atOrAbove(double planned, List<MeasuredPoint> points) {
        return points.stream()
                .filter(point -> point.recordsPerSecond >= planned && !point.micros.isEmpty())
                .min(Comparator.comparingDouble(MeasuredPoint::recordsPerSecond));
    }

    /** Returns true if every goal was measured and kept. */
    boolean keeps(List<PlanGoal> goals) {
        return goals.stream()
                .allMatch(goal ->
                        micros.containsKey(goal.percentile()) && micros.get(goal.percentile()) <= goal.micros());
    }

    /** Returns true if a goal was measured and missed. */
    boolean misses(List<PlanGoal> goals) {
        return goals.stream().anyMatch(goal -> micros.getOrDefault(goal.percentile(), 0.0) > goal.micros());
    }
}
