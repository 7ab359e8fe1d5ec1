package io.producerbench.results;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the parent saw while a fork measured.
 *
 * @param logEndDelta records in the sample's topic afterwards, control records subtracted; empty if it could not be read
 * @param brokerCpuNanos CPU time of all brokers within the windows; empty where it cannot be known from outside
 * @param machineBusyShare share of all cores' time that was not idle; empty if the system does not tell
 * @param stealShare share of all cores' time that the hypervisor kept for others
 * @param smallestIsr the fewest in-sync replicas that any partition was seen with
 * @param clusterFailure which node died that was not to, if one did
 * @param invisibleUntilHeal records of the sample that consumers could see only when the dead broker was back; empty if none was dead
 * @param direct whether nothing that could hold records lies between clients and brokers but the network itself
 */
public record HostMeasurements(
        OptionalLong logEndDelta,
        OptionalLong brokerCpuNanos,
        OptionalDouble machineBusyShare,
        OptionalDouble stealShare,
        OptionalInt smallestIsr,
        Optional<String> clusterFailure,
        OptionalLong invisibleUntilHeal,
        boolean direct) {

    /** Where there was no window: only what the brokers say. */
    public static HostMeasurements withoutWindow(
            OptionalLong logEndDelta, OptionalInt smallestIsr, Optional<String> clusterFailure) {
        return new HostMeasurements(
                logEndDelta,
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                smallestIsr,
                clusterFailure,
                OptionalLong.empty(),
                true);
    }

    /**
     * The same when the dead broker is back.
     *
     * @param logEnd records in the sample's topic now
     */
    public HostMeasurements healed(OptionalLong logEnd) {
        OptionalLong hidden = logEnd.isPresent() && logEndDelta.isPresent()
                ? OptionalLong.of(logEnd.getAsLong() - logEndDelta.getAsLong())
                : OptionalLong.empty();
        return new HostMeasurements(
                logEnd, brokerCpuNanos, machineBusyShare, stealShare, smallestIsr, clusterFailure, hidden, direct);
    }
}
