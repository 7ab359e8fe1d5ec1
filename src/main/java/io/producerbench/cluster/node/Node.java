package io.producerbench.cluster.node;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One node of a cluster, a broker or the controller. Safe for use by several threads. */
public interface Node {

    String name();

    /**
     * When this returns, the node is dead, even if it was paused. Its data is as the kill left it.
     */
    void kill();

    /** When this returns, no thread of the node runs. */
    void pause();

    /** When this returns, the node runs, unless it is dead. */
    void resume();

    boolean isAlive();

    boolean isPaused();

    /** True if it is dead because of {@link #kill()}, and not by itself. */
    boolean isKilled();

    /** True if {@link #kill()} was called and the node was not started since. Answers at once. */
    boolean wasKilled();

    /** Returns how the node ended, in one line; empty while it lives and after it was killed. */
    Optional<String> death();

    /** Returns the end of the node's log; empty if it cannot be read. */
    List<String> lastLogLines(int count);

    /** Returns the CPU time consumed since the start; empty if it cannot be read. */
    OptionalLong cpuNanos();

    /**
     * Returns the CPU time of the node's compiler threads since the first call; empty if it cannot
     * be read.
     */
    default OptionalLong compilerNanos() {
        return OptionalLong.empty();
    }

    /** True if a signal keeps all threads of the node from running. Answers at once. */
    default boolean isStopped() {
        return false;
    }
}
