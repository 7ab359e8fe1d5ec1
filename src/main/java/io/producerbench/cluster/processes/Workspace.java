package io.producerbench.cluster.processes;

import io.producerbench.cluster.ClusterException;
import io.producerbench.environment.WorkDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The directory that a cluster of processes writes to, which goes with it. */
record Workspace(Path root) {

    /** The watchdog removes only directories of this name. */
    private static final String PREFIX = "producer-bench-";

    private static final int REMOVALS = 50;
    private static final long PAUSE_NS = 100_000_000;

    /** When this returns, the directory exists and holds only empty directories. */
    static Workspace in(WorkDirectory parent) {
        try {
            Workspace workspace = new Workspace(
                    Files.createTempDirectory(parent.path(), PREFIX).toRealPath());
            for (Path directory : List.of(workspace.data(), workspace.logs(), workspace.scratch())) {
                Files.createDirectory(directory);
            }
            return workspace;
        } catch (IOException e) {
            throw new ClusterException(
                    "could not create a directory for the brokers in " + parent + " (" + e.getMessage()
                            + "): give --work-dir one that can be written to",
                    e);
        }
    }

    Path data() {
        return root.resolve("data");
    }

    Path data(String node) {
        return data().resolve(node);
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path log(String node) {
        return logs().resolve(node + ".log");
    }

    Path settings(String node) {
        return logs().resolve(node + ".properties");
    }

    /**
     * Returns the nodes' {@code java.io.tmpdir}, because a killed JVM leaves files there, such as
     * native libraries.
     */
    Path scratch() {
        return root.resolve("tmp");
    }

    /** When this returns, the nodes' logs and settings have been copied into the directory. */
    void copyLogs(Path directory) {
        try (Stream<Path> logs = Files.list(logs())) {
            Files.createDirectories(directory);
            for (Path log : logs.toList()) {
                Files.write(directory.resolve(log.getFileName()), Files.readAllBytes(log));
            }
        } catch (IOException e) {
            throw new ClusterException("could not keep the brokers' logs in " + directory, e);
        }
    }

    /**
     * When this returns, the directory is gone. Tried often, because a dying broker may still
     * create files.
     */
    void remove() {
        IOException last = null;
        for (int attempt = 0; attempt < REMOVALS && Files.exists(root); attempt++) {
            try (Stream<Path> paths = Files.walk(root)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException | UncheckedIOException e) {
                last = new IOException(e);
                LockSupport.parkNanos(PAUSE_NS);
            }
        }
        if (Files.exists(root)) {
            throw new ClusterException("could not remove the brokers' data in " + root + ": remove it by hand", last);
        }
    }
}
