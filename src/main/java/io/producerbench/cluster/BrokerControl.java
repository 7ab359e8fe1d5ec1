package io.producerbench.cluster;

import java.util.Set;

/**
 * The optional power to hurt brokers. The controller is never touched, so a fault hits what it names. Safe for use by
 * several threads; every method may throw {@link ClusterException}, and an id that no broker has is an
 * {@link IllegalArgumentException}.
 */
public interface BrokerControl {

    /**
     * SIGKILL, or Docker's kill, which is the same. When this returns, the process is dead and its data is as the kill left it. Killing a dead broker does
     * nothing; a paused one can be killed.
     */
    void kill(int broker);

    /** SIGSTOP, or Docker's pause. When this returns, every thread of the process is stopped. A dead broker cannot be paused. */
    void pause(int broker);

    /** SIGCONT, or Docker's unpause. When this returns, the process is not stopped any more. Does nothing to a broker that is not paused. */
    void resume(int broker);

    /**
     * Starts a killed broker again, on the same ports and data, with the same settings. When this returns, it answers, and
     * every broker that lives and is not paused sees it unfenced. Does nothing if it lives; a broker that died by itself
     * stays a failure.
     */
    void restart(int broker);

    /** The brokers that were killed and not restarted. */
    Set<Integer> dead();

    /** The brokers that are stopped now. */
    Set<Integer> paused();

    /** When this returns, every broker lives, none is paused, and all see all of them unfenced. */
    void heal();
}
