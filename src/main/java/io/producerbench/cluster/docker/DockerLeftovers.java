package io.producerbench.cluster.docker;

import io.producerbench.process.ParentDeathWatchdog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Everything that a cluster creates in Docker. It is guarded before the first of it is created, and
 * gone when this is closed.
 */
record DockerLeftovers(Docker docker, DockerLabels labels, ParentDeathWatchdog watchdog) implements AutoCloseable {

    /**
     * When this returns, a watchdog removes everything with these labels when this JVM ends, if
     * there is a docker command.
     */
    static DockerLeftovers guarded(Docker docker, DockerLabels labels) {
        return new DockerLeftovers(docker, labels, watchdog(labels));
    }

    /** When this returns, nothing of the cluster is left. Closing again does nothing. */
    @Override
    public void close() {
        docker.remove(labels);
        watchdog.dismiss();
    }

    private static ParentDeathWatchdog watchdog(DockerLabels labels) {
        try (InputStream script = DockerLeftovers.class.getResourceAsStream("docker-watchdog.sh")) {
            return ParentDeathWatchdog.running(
                    new String(script.readAllBytes(), StandardCharsets.UTF_8),
                    labels.filter(),
                    Path.of(System.getProperty("java.io.tmpdir")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
