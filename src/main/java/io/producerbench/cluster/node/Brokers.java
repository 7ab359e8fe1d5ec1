package io.producerbench.cluster.node;

import java.util.Collection;
import java.util.Set;

/** The brokers of one cluster as those that can be hurt and brought back, however they are run. */
public interface Brokers {

    /** The ids of the brokers, in order. */
    Set<Integer> ids();

    Node broker(int id);

    /**
     * When this returns true, a killed broker runs again, but need not be of use yet. False if it lives, or died by itself:
     * that is a failure, which a restart would hide.
     */
    boolean revive(int id);

    /** When this returns, each asked broker answers and sees the wanted ones unfenced, and no node died by itself. */
    void awaitSight(Collection<Integer> asked, Set<Integer> wanted, String when);
}
