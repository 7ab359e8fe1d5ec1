package io.producerbench.cluster;

import java.util.Set;

/**
 * Kills, pauses and restarts brokers, where a cluster allows that. The controller is never touched,
 * so that a fault hits only the broker it names. Safe for use by several threads. Every method may
 * throw {@link ClusterException}, and an {@link IllegalArgumentException} for an id that no broker
 * has.
 */
public interface BrokerControl {

    /**
     * Sends SIGKILL, or Docker's kill, which does the same. When this returns, the process is dead
     * and its data is as the kill left it. Does nothing to a dead broker. A paused one can be
     * killed.
     */
    void kill(int broker);

    /**
     * Sends SIGSTOP, or Docker's pause. When this returns, every thread of the process is stopped.
     * A dead broker cannot be paused.
     */
    void pause(int broker);

    /**
     * Sends SIGCONT, or Docker's unpause. When this returns, the process runs. Does nothing to a
     * broker that is not paused.
     */
    void resume(int broker);

    /**
     * Starts a killed broker again, on the same ports and data, with the same settings. When this
     * returns, it answers, and every broker that lives and is not paused sees it unfenced. Does
     * nothing if it lives. A broker that died by itself stays a failure.
     */
    void restart(int broker);

    /** Returns the brokers that were killed and not restarted. */
    Set<Integer> dead();

    /** Returns the brokers that are paused now. */
    Set<Integer> paused();

    /** When this returns, every broker lives, none is paused, and all see all of them unfenced. */
    void heal();
}
