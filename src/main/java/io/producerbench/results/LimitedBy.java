package io.producerbench.results;

import java.util.Optional;

/**
 * What kept a closed loop from going faster, so that equal numbers on a small shared host are not read as "the setting is
 * free": there, client and brokers fight for the same cores and everything slows alike.
 */
public enum LimitedBy {
    /** All cores were busy: the rate says how much CPU a record costs client and brokers together. */
    MACHINE,
    /** One thread of the client used up its core. */
    CLIENT,
    /** Neither: the client waited for the brokers. */
    BROKERS;

    /** Share of all cores above which the machine counts as busy. Clock ticks and sampling blur the last few percent. */
    static final double MACHINE_BUSY = 0.90;

    /** Share of one core above which a thread counts as busy. */
    static final double THREAD_BUSY = 0.90;

    /** Empty in open loop, where the schedule is the limit, and where the machine's load is unknown. */
    static Optional<LimitedBy> of(boolean closedLoop, ForkResult fork, HostMeasurements host) {
        if (!closedLoop || host.machineBusyShare().isEmpty()) {
            return Optional.empty();
        }
        if (host.machineBusyShare().getAsDouble() >= MACHINE_BUSY) {
            return Optional.of(MACHINE);
        }
        return Optional.of(fork.busiestThreadShare() >= THREAD_BUSY ? CLIENT : BROKERS);
    }
}
