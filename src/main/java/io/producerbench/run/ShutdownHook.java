package io.producerbench.run;

import io.producerbench.cluster.Cluster;
import io.producerbench.jmh.JmhFork;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Ends the measuring fork and then the brokers when this program is told to stop in the middle of a
 * run (Ctrl-C, SIGTERM), so that nothing outlives it.
 */
public final class ShutdownHook implements AutoCloseable {
    private final List<Cluster> clusters = new CopyOnWriteArrayList<>();
    private final Set<Path> files = ConcurrentHashMap.newKeySet();
    private final Thread hook = new Thread(this::closeAll, "closing");
    private volatile boolean closing;

    private ShutdownHook() {}

    /** Returns a hook that is in force until it is closed. */
    public static ShutdownHook onExit() {
        ShutdownHook added = new ShutdownHook();
        Runtime.getRuntime().addShutdownHook(added.hook);
        return added;
    }

    /** Closes this cluster when the program is told to stop. Returns the cluster. */
    public Cluster add(Cluster started) {
        clusters.add(started);
        return started;
    }

    /** Deletes this file when the program is told to stop, because the file may hold secrets. */
    public void forget(Path file) {
        files.add(file);
    }

    /** Returns true if the program was told to stop. */
    public boolean isClosing() {
        return closing;
    }

    private void closeAll() {
        closing = true;
        JmhFork.endAll();
        try {
            clusters.forEach(Cluster::close);
        } finally {
            files.forEach(file -> file.toFile().delete());
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            closing = true; // the JVM is already stopping, and the hook runs
        }
    }
}
