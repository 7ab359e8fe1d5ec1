package io.producerbench.results.sample;

import io.producerbench.latency.ReplicaChange;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the parent process measured of brokers and machine while a fork ran.
 *
 * @param logEndDelta records in the sample's topic after the sample, without control records;
 *     empty if the log end could not be read
 * @param brokerCpuNanos CPU time of all brokers within the windows; empty if it cannot be read from
 *     outside
 * @param load whose the processors were
 * @param smallestIsr the smallest number of in-sync replicas that any partition was seen with
 * @param replicaChanges what happened to the replicas of its topic since it was made
 * @param clusterFailure which node died unexpectedly; empty if none did
 * @param invisibleUntilHeal records of the sample that consumers could see only after the dead
 *     broker was back; empty if no
 *     broker was dead
 * @param direct true if only the network lies between clients and brokers, so that nothing else can
 *     hold records
 * @param warmth of the brokers before the sample
 */
public record HostMeasurements(
        OptionalLong logEndDelta,
        OptionalLong brokerCpuNanos,
        MachineLoad load,
        OptionalInt smallestIsr,
        List<ReplicaChange> replicaChanges,
        Optional<String> clusterFailure,
        OptionalLong invisibleUntilHeal,
        boolean direct,
        Warmth warmth) {
    public HostMeasurements {
        replicaChanges = List.copyOf(replicaChanges);
    }

    /** Returns the measurements of a sample without a window, which come from the brokers alone. */
    public static HostMeasurements withoutWindow(
            OptionalLong logEndDelta, OptionalInt smallestIsr, Optional<String> clusterFailure) {
        return new HostMeasurements(
                logEndDelta,
                OptionalLong.empty(),
                MachineLoad.UNKNOWN,
                smallestIsr,
                List.of(),
                clusterFailure,
                OptionalLong.empty(),
                true,
                Warmth.UNKNOWN);
    }

    /**
     * Returns these measurements with the log end after the dead broker is back.
     *
     * @param logEnd records in the sample's topic now
     */
    public HostMeasurements healed(OptionalLong logEnd) {
        OptionalLong hidden = logEnd.isPresent() && logEndDelta.isPresent()
                ? OptionalLong.of(logEnd.getAsLong() - logEndDelta.getAsLong())
                : OptionalLong.empty();
        return new HostMeasurements(
                logEnd, brokerCpuNanos, load, smallestIsr, replicaChanges, clusterFailure, hidden, direct, warmth);
    }
}
