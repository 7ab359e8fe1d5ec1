package io.producerbench.cluster;

import java.util.OptionalLong;

/**
 * What the nodes of a cluster have consumed until now. A value is empty where it cannot be read.
 *
 * @param brokerCpuNanos CPU time of all brokers together since each was last started, without
 *     brokers that {@link BrokerControl} killed
 * @param localCpuNanos CPU time of all nodes on this machine, the controller included; 0 if none
 *     runs on it
 * @param brokerCompilerNanos CPU time of the brokers' compiler threads
 * @param stoppedBroker true if a broker is stopped by a signal, so that none of its threads runs
 */
public record NodeUsage(
        OptionalLong brokerCpuNanos,
        OptionalLong localCpuNanos,
        OptionalLong brokerCompilerNanos,
        boolean stoppedBroker) {
    /** What nodes tell that run on this machine and cannot be seen. */
    public static final NodeUsage UNKNOWN =
            new NodeUsage(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), false);

    /** What nodes tell that run on other machines tell. */
    public static final NodeUsage ELSEWHERE =
            new NodeUsage(OptionalLong.empty(), OptionalLong.of(0), OptionalLong.empty(), false);
}
