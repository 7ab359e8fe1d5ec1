package io.producerbench.plan;

import io.producerbench.guarantee.Guarantee;
import io.producerbench.guarantee.Mode;
import io.producerbench.plan.PlanVerdict.StatusReason;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds everything that keeps the row of a mode from being a plan.
 *
 * @param recordSize at which modes were measured
 */
record PlanReasons(PlanQuestion question, int recordSize) {
    private static final String ABSOLUTES = "give --anchor acks=1:RATE of your brokers, or measure on a machine with"
            + " six physical cores, or on your cluster with --bootstrap-server";

    /** Returns the verdict of a mode that no run has. */
    PlanVerdict ofUnmeasured(Mode mode) {
        List<StatusReason> reasons = new ArrayList<>(impossible(mode));
        Guarantee guarantee = mode.with(question.topic().minInsyncReplicas());
        reasons.add(new StatusReason(
                PlanStatus.UNMEASURED,
                "no valid row of " + mode + " with records of " + Figures.whole(recordSize) + " bytes"
                        + (mode.consultsMinInsyncReplicas()
                                ? " and min.insync.replicas " + guarantee.minInsyncReplicas()
                                : "")
                        + "; ./run-bench.sh -p acks=" + guarantee.acks().kafkaValue() + " -p enableIdempotence="
                        + guarantee.enableIdempotence() + " -p transactional=" + guarantee.transactional()
                        + " -p minInsyncReplicas=" + guarantee.minInsyncReplicas() + " -p recordSize=" + recordSize
                        + " measures it"));
        return PlanVerdict.of(reasons);
    }

    /** Returns the verdict of a measured mode. */
    PlanVerdict of(MeasuredMode measured, ModeCapacity capacity) {
        List<StatusReason> reasons = new ArrayList<>(impossible(measured.mode()));
        missedAtOnce(capacity).ifPresent(reasons::add);
        if (!measured.capacityValid()) {
            reasons.add(ofSmallMachine());
        }
        if (measured.capacityValid() || question.anchor().isPresent()) {
            reasons.addAll(ofCapacity(capacity));
        }
        reasons.addAll(otherSettings(measured));
        return PlanVerdict.of(reasons);
    }

    private List<StatusReason> impossible(Mode mode) {
        List<StatusReason> reasons = new ArrayList<>();
        PlannedTopic topic = question.topic();
        if (mode.consultsMinInsyncReplicas() && topic.replicasLeft() < topic.minInsyncReplicas()) {
            reasons.add(new StatusReason(
                    PlanStatus.IMPOSSIBLE,
                    "with --survive " + topic.survive() + " a partition may have " + topic.replicasLeft() + " of "
                            + topic.replicationFactor() + " replicas left, and min.insync.replicas "
                            + topic.minInsyncReplicas() + " then refuses every record"));
        }
        if (mode == Mode.ACKS_0 && !goals().isEmpty()) {
            reasons.add(new StatusReason(
                    PlanStatus.IMPOSSIBLE, "nothing is acknowledged, so no goal for the time until then can be kept"));
        }
        return reasons;
    }

    private List<PlanGoal> goals() {
        return question.load().goals();
    }

    private Optional<StatusReason> missedAtOnce(ModeCapacity capacity) {
        return capacity.points().stream()
                .findFirst()
                .filter(point -> point.misses(goals()))
                .map(point -> new StatusReason(
                        PlanStatus.IMPOSSIBLE,
                        "the goal is missed at " + Figures.whole(point.recordsPerSecond())
                                + " records/s already, the lowest rate measured: " + latencies(point.micros())));
    }

    private static String latencies(Map<PlanPercentile, Double> micros) {
        return micros.entrySet().stream()
                .map(entry -> entry.getKey().label() + " " + Figures.millis(entry.getValue()) + " ms")
                .collect(Collectors.joining(", "));
    }

    private StatusReason ofSmallMachine() {
        if (question.anchor().isEmpty()) {
            return new StatusReason(
                    PlanStatus.UNMEASURED, "the results have capacity_valid=false, so only ratios hold; " + ABSOLUTES);
        }
        return goals().isEmpty()
                ? new StatusReason(
                        PlanStatus.EXTRAPOLATED,
                        "ratios of results with capacity_valid=false, times the anchor, which takes all cores of its"
                                + " brokers for busy")
                : new StatusReason(
                        PlanStatus.UNMEASURED,
                        "the goal cannot be judged by results with capacity_valid=false, and an anchor says nothing of"
                                + " latency; ./run-bench.sh curve --bootstrap-server measures it on your cluster");
    }

    private List<StatusReason> ofCapacity(ModeCapacity capacity) {
        List<StatusReason> reasons = new ArrayList<>();
        if (question.broker().cores().isPresent() && capacity.brokerMicros().isEmpty()) {
            reasons.add(new StatusReason(
                    PlanStatus.UNMEASURED,
                    "the results have no CPU time of the brokers for this mode and acks=1; a sweep on brokers of its"
                            + " own measures it: ./run-bench.sh"));
        }
        capacity.bounds().flatMap(this::ofRate).ifPresent(reasons::add);
        return reasons;
    }

    private Optional<StatusReason> ofRate(RateBounds bounds) {
        double rate = question.load().recordsPerSecond();
        if (rate <= bounds.low()) {
            return Optional.empty();
        }
        boolean anchored = question.anchor().isPresent();
        if (!anchored && !goals().isEmpty() && rate <= bounds.high()) {
            return Optional.of(new StatusReason(
                    PlanStatus.UNMEASURED,
                    "whether the goal is kept between " + Figures.whole(bounds.low()) + " and "
                            + Figures.whole(bounds.high()) + " records/s was not measured; ./run-bench.sh curve --slo"
                            + " measures it"));
        }
        return Optional.of(new StatusReason(
                PlanStatus.EXTRAPOLATED,
                "more than the " + Figures.whole(bounds.low()) + " records/s that "
                        + (anchored ? "the anchor's" : "the measured")
                        + " brokers sustain; the counts take CPU per record for the same on more brokers, and of"
                        + " latency nothing is known"));
    }

    private List<StatusReason> otherSettings(MeasuredMode measured) {
        List<StatusReason> reasons = new ArrayList<>();
        if (recordSize != question.load().recordBytes()) {
            reasons.add(new StatusReason(
                    PlanStatus.EXTRAPOLATED,
                    "measured with records of " + Figures.whole(recordSize) + " bytes, which cost no less"));
        }
        int replicas = measured.fastest().requireInt(ScenarioKeys.REPLICATION_FACTOR);
        if (replicas != question.topic().replicationFactor()) {
            reasons.add(new StatusReason(
                    PlanStatus.EXTRAPOLATED,
                    "CPU per record was measured with " + replicas + " replicas and is not scaled"));
        }
        return reasons;
    }
}
