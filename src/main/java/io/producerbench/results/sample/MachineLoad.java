package io.producerbench.results.sample;

import java.util.OptionalDouble;

/**
 * Whose the processors of the client's machine were while a sample was measured. A share is of the
 * time of all cores; empty if the system does not report it.
 *
 * @param busy not idle, stolen time included
 * @param others used by processes that are not ours; empty too if brokers run here whose CPU time
 *     cannot be read
 * @param steal given to other machines by the hypervisor
 * @param pressure share of the time, not of the cores, in which some thread was ready to run and had
 *     no processor
 * @param brokerJit used by the brokers' compiler threads
 * @param clientJit taken by compilations in the fork
 * @param standstill the longest time in which client, brokers or machine stood still
 */
public record MachineLoad(
        OptionalDouble busy,
        OptionalDouble others,
        OptionalDouble steal,
        OptionalDouble pressure,
        OptionalDouble brokerJit,
        OptionalDouble clientJit,
        Standstill standstill) {
    /** What is known of a sample without a window. */
    static final MachineLoad UNKNOWN = new MachineLoad(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            new Standstill("", 0));
}
