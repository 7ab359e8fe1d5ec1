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
 * @param clusterFailure which node died, if one did
 */
public record Surroundings(
        OptionalLong logEndDelta,
        OptionalLong brokerCpuNanos,
        OptionalDouble machineBusyShare,
        OptionalDouble stealShare,
        OptionalInt smallestIsr,
        Optional<String> clusterFailure) {}
