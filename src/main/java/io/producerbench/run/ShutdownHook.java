package io.producerbench.run;

import io.producerbench.cluster.Cluster;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Sees to it that nothing outlives us when we are told to stop in the middle (Ctrl-C, SIGTERM): a shutdown hook that ends
 * the measuring fork, then the brokers.
 */
public final class ShutdownHook implements AutoCloseable {
    private final List<Cluster> clusters = new CopyOnWriteArrayList<>();
    private final Set<Path> files = ConcurrentHashMap.newKeySet();
    private final Thread hook = new Thread(this::closeAll, "closing");
    private volatile boolean closing;

    private ShutdownHook() {}

    public static ShutdownHook onExit() {
        ShutdownHook closing = new ShutdownHook();
        Runtime.getRuntime().addShutdownHook(closing.hook);
        return closing;
    }

    public Cluster add(Cluster started) {
        clusters.add(started);
        return started;
    }

    /** Has a file that may hold secrets deleted on the way out, whoever was about to read it. */
    public void forget(Path file) {
        files.add(file);
    }

    /** Whether the JVM is on its way out. */
    public boolean isClosing() {
        return closing;
    }

    private void closeAll() {
        closing = true;
        ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("ForkedMain"))
                .forEach(ProcessHandle::destroyForcibly);
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
            closing = true; // too late: the JVM is on its way out, and the hook runs
        }
    }
}
