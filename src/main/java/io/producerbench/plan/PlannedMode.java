package io.producerbench.plan;

import io.producerbench.guarantee.Mode;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The row of one mode. What is not known or may not be told is empty.
 *
 * @param guarantee what trials say, in words
 * @param bounds of the rate, on as many brokers as were measured or as the anchor has
 * @param latency at the nearest measured rate at or above the planned one
 * @param headroom what the load leaves of the lower bound, as a share; negative if it is above it
 * @param brokerMicros CPU time of all brokers per record, in µs
 * @param bytesPerRecord on the wire and in the log
 * @param exposure what is acknowledged and not on all replicas, in words
 * @param measuredIn the run that the numbers are from; empty if none has the mode
 */
record PlannedMode(
        Mode mode,
        PlanVerdict verdict,
        String guarantee,
        Optional<RateBounds> bounds,
        RelativeCost relative,
        Optional<MeasuredPoint> latency,
        OptionalDouble headroom,
        Optional<PlanRange> brokerMicros,
        OptionalDouble bytesPerRecord,
        Optional<BrokerNeed> brokers,
        ClientNeed clients,
        Optional<WithoutOneBroker> withoutOne,
        String exposure,
        String measuredIn) {}
