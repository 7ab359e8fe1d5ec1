package io.producerbench.plan;

import io.producerbench.results.RelativeMetric;
import java.util.Optional;

/**
 * A mode relative to {@code acks=1} in the same run. These hold also where absolute numbers do not.
 *
 * @param rate the highest rate
 * @param p99 at the lowest measured rate
 * @param brokerCpu CPU time of all brokers per record
 */
record RelativeCost(Optional<PlanRange> rate, Optional<PlanRange> p99, Optional<PlanRange> brokerCpu) {
    static final RelativeCost UNKNOWN = new RelativeCost(Optional.empty(), Optional.empty(), Optional.empty());

    static RelativeCost of(MeasuredMode measured) {
        return new RelativeCost(
                measured.relative(RelativeMetric.RATE),
                measured.relative(RelativeMetric.ACK_P99),
                measured.relative(RelativeMetric.BROKER_CPU));
    }
}
