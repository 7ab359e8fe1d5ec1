package io.producerbench.cluster.docker;

import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.ClusterKind;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds Docker on this machine before it is called, because a call to a missing Docker takes long
 * to fail.
 */
public final class DockerHost {

    private static final String VARIABLE = "DOCKER_HOST";
    private static final String UNIX = "unix";

    private DockerHost() {}

    /** Throws if there is no Docker on this machine. */
    public static void require(ClusterKind kind) {
        problem(System.getenv(), Path.of(System.getProperty("user.home"))).ifPresent(got -> {
            throw new ClusterException(message(kind, got));
        });
    }

    static ClusterException silent(ClusterKind kind, RuntimeException cause) {
        return new ClusterException(message(kind, "none that answers: " + rootOf(cause)), cause);
    }

    private static String message(ClusterKind kind, String got) {
        return "--cluster " + kind.label() + " expects a Docker that runs on this machine, got " + got
                + ". Install and start one (Debian: apt-get install docker.io), or use --cluster "
                + ClusterKind.PROCESSES.label() + ", which needs none";
    }

    /** Returns why there can be no Docker here; empty if there may be one. */
    static Optional<String> problem(Map<String, String> environment, Path home) {
        String host = environment.getOrDefault(VARIABLE, "");
        if (host.isEmpty()) {
            // A user who configured Testcontainers has told it where Docker is.
            List<Path> sockets = sockets(environment, home);
            boolean any = Files.exists(home.resolve(".testcontainers.properties"))
                    || sockets.stream().anyMatch(Files::exists);
            return any ? Optional.empty() : Optional.of("no socket at any of " + sockets + " and no " + VARIABLE);
        }
        URI uri = URI.create(host);
        if (UNIX.equals(uri.getScheme())) {
            return Files.exists(Path.of(uri.getPath()))
                    ? Optional.empty()
                    : Optional.of(VARIABLE + "=" + host + ", where no socket is");
        }
        // Brokers are published on the loopback interface of the machine that Docker runs on.
        boolean here = List.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(uri.getHost()))
                || "npipe".equals(uri.getScheme());
        return here ? Optional.empty() : Optional.of(VARIABLE + "=" + host + ", which is another machine");
    }

    private static List<Path> sockets(Map<String, String> environment, Path home) {
        Path runtime = Path.of(environment.getOrDefault("XDG_RUNTIME_DIR", "/run"));
        return List.of(
                Path.of("/var/run/docker.sock"),
                runtime.resolve("docker.sock"),
                home.resolve(".docker/run/docker.sock"),
                home.resolve(".docker/desktop/docker.sock"));
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }
}
