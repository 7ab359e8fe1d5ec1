package io.producerbench.suite;

import io.producerbench.cluster.Cluster;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Sees to it that nothing outlives us when we are told to stop in the middle (Ctrl-C, SIGTERM): a shutdown hook that ends
 * the measuring fork, then the brokers.
 */
final class Closing implements AutoCloseable {
    private final List<Cluster> clusters = new CopyOnWriteArrayList<>();
    private final Thread hook = new Thread(this::closeAll, "closing");
    private volatile boolean closing;

    private Closing() {}

    static Closing onExit() {
        Closing closing = new Closing();
        Runtime.getRuntime().addShutdownHook(closing.hook);
        return closing;
    }

    Cluster add(Cluster started) {
        clusters.add(started);
        return started;
    }

    /** Whether the JVM is on its way out. */
    boolean isClosing() {
        return closing;
    }

    private void closeAll() {
        closing = true;
        ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("ForkedMain"))
                .forEach(ProcessHandle::destroyForcibly);
        clusters.forEach(Cluster::close);
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
