package io.producerbench.results.sample;

import java.util.Optional;

/**
 * What kept a closed loop from going faster. On a small shared host client and brokers compete
 * for the same cores, and every
 * setting is slowed alike. Equal numbers then do not mean that a setting costs nothing.
 */
public enum LimitedBy {
    /**
     * All cores were busy. The rate tells how much CPU a record costs client and brokers together.
     */
    MACHINE,
    /** One thread of the client used up its core. */
    CLIENT,
    /** Neither: the client waited for the brokers. */
    BROKERS;

    /**
     * Share of all cores above which the machine counts as busy. Clock ticks and sampling blur the
     * last few percent.
     */
    static final double MACHINE_BUSY = 0.90;

    /** Share of one core above which a thread counts as busy. */
    static final double THREAD_BUSY = 0.90;

    /**
     * Returns the limit; empty in open loop, because the schedule is the limit there, or if the
     * machine's load is unknown.
     */
    public static Optional<LimitedBy> of(boolean closedLoop, ForkResult fork, HostMeasurements host) {
        if (!closedLoop || host.load().busy().isEmpty()) {
            return Optional.empty();
        }
        if (host.load().busy().getAsDouble() >= MACHINE_BUSY) {
            return Optional.of(MACHINE);
        }
        return Optional.of(fork.busiestThreadShare() >= THREAD_BUSY ? CLIENT : BROKERS);
    }
}
