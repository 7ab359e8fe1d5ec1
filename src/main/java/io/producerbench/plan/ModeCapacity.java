package io.producerbench.plan;

import io.producerbench.guarantee.Mode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The absolute numbers of a mode: as they were measured where that is valid, otherwise ratios times
 * an anchor, otherwise none.
 *
 * @param points latencies at fixed rates, the lowest rate first; none with an anchor
 */
record ModeCapacity(Optional<RateBounds> bounds, Optional<PlanRange> brokerMicros, List<MeasuredPoint> points) {
    static final ModeCapacity UNKNOWN = new ModeCapacity(Optional.empty(), Optional.empty(), List.of());

    static ModeCapacity of(MeasuredMode measured, CurveBounds curve, RelativeCost relative, PlanQuestion question) {
        if (measured.capacityValid()) {
            // What is never acknowledged keeps no goal, and misses none.
            boolean acknowledged = measured.mode() != Mode.ACKS_0;
            return measured(measured, curve, acknowledged ? question.load().goals() : List.of());
        }
        return question.anchor()
                .map(anchor ->
                        anchored(relative, anchor, question.broker().cores().orElseThrow()))
                .orElse(UNKNOWN);
    }

    private static ModeCapacity measured(MeasuredMode measured, CurveBounds curve, List<PlanGoal> goals) {
        List<MeasuredPoint> points = Stream.concat(measured.points().stream(), curve.points())
                .sorted(Comparator.comparingDouble(MeasuredPoint::recordsPerSecond))
                .toList();
        RateBounds bounds =
                curve.of(goals, measured.rate().high()).orElseGet(() -> RateBounds.of(points, goals, measured.rate()));
        return new ModeCapacity(Optional.of(bounds), measured.brokerMicros(), points);
    }

    private static ModeCapacity anchored(RelativeCost relative, CapacityAnchor anchor, int cores) {
        double micros = BrokerFormulas.anchoredMicros(anchor.brokers(), cores, anchor.recordsPerSecond());
        return new ModeCapacity(
                relative.rate()
                        .map(ratio -> ratio.times(anchor.recordsPerSecond()))
                        .map(rate -> new RateBounds(rate.low(), rate.high(), OptionalDouble.empty())),
                relative.brokerCpu().map(ratio -> ratio.times(micros)),
                List.of());
    }
}
