package io.producerbench.cluster.docker;

import io.producerbench.process.ParentDeathWatchdog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** All that a cluster leaves in Docker: guarded from before the first of it is there, and gone when closed. */
record DockerLeftovers(Docker docker, DockerLabels marks, ParentDeathWatchdog watchdog) implements AutoCloseable {

    /** When this returns, whatever is marked so will not outlive this JVM, given a docker command. */
    static DockerLeftovers guarded(Docker docker, DockerLabels marks) {
        return new DockerLeftovers(docker, marks, watchdog(marks));
    }

    /** When this returns, nothing of the cluster is left. Closing again does nothing. */
    @Override
    public void close() {
        docker.remove(marks);
        watchdog.dismiss();
    }

    /** Removes what Docker has under these labels when this JVM ends, if there is a docker command. */
    private static ParentDeathWatchdog watchdog(DockerLabels marks) {
        try (InputStream script = DockerLeftovers.class.getResourceAsStream("docker-watchdog.sh")) {
            return ParentDeathWatchdog.running(
                    new String(script.readAllBytes(), StandardCharsets.UTF_8),
                    marks.filter(),
                    Path.of(System.getProperty("java.io.tmpdir")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
