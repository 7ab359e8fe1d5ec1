package io.producerbench.plan;

import java.util.OptionalLong;

/**
 * How many brokers are needed, by what they are needed for. What was not asked is empty.
 *
 * @param cpuLow with the lower end of the interval of CPU time per record
 * @param cpuHigh with its upper end
 * @param least whatever the load
 */
record BrokerNeed(
        OptionalLong cpu,
        OptionalLong cpuLow,
        OptionalLong cpuHigh,
        OptionalLong network,
        OptionalLong disk,
        long least) {

    /** Returns the brokers that suffice for everything. */
    long total() {
        return totalWith(cpu);
    }

    long low() {
        return totalWith(cpuLow);
    }

    long high() {
        return totalWith(cpuHigh);
    }

    private long totalWith(OptionalLong ofCpu) {
        return Math.max(Math.max(ofCpu.orElse(0), network.orElse(0)), Math.max(disk.orElse(0), least));
    }

    /** Returns what the most brokers are needed for. */
    String binding() {
        long total = total();
        if (cpu.orElse(0) == total) {
            return "cpu";
        }
        if (network.orElse(0) == total) {
            return "network";
        }
        return disk.orElse(0) == total ? "disk" : "replicas";
    }
}
