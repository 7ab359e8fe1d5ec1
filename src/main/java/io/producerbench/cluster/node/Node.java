package io.producerbench.cluster.node;

import java.util.List;
import java.util.Optional;

/** One node of a cluster, a broker or the controller, however it is run. Safe for use by several threads. */
public interface Node {

    String name();

    /** When this returns, the node is dead, however it was before. Its data is as the kill left it. */
    void kill();

    /** When this returns, no thread of the node runs. */
    void pause();

    /** When this returns, the node runs, unless it is dead. */
    void resume();

    boolean isAlive();

    boolean isPaused();

    /** Whether it is dead because of {@link #kill()}, and not by itself. */
    boolean isKilled();

    /** Empty while the node lives and after it was killed, otherwise one line that says how it ended. */
    Optional<String> death();

    /** The end of what the node logged; of anything that could not be read, nothing. */
    List<String> lastLogLines(int count);
}
