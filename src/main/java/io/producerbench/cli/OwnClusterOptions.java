package io.producerbench.cli;

import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.DockerSpec;
import io.producerbench.environment.WorkDirectory;
import io.producerbench.failure.UsageException;
import io.producerbench.text.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the brokers that a command starts. */
final class OwnClusterOptions {
    static final String IMAGE = "The image of brokers in containers (default: apache/kafka:<broker version>;"
            + " with compose, as .env says).";

    private static final List<ClusterKind> IN_CONTAINERS = List.of(ClusterKind.CONTAINERS, ClusterKind.COMPOSE);

    @Option(
            names = "--cluster",
            paramLabel = "KIND",
            description = "How the brokers are run: processes (default), containers or compose.")
    private String cluster = ClusterKind.PROCESSES.label();

    @Option(names = "--image", paramLabel = "IMAGE", description = IMAGE)
    private String image;

    @Mixin
    private WorkDirectoryOption workDirectory = new WorkDirectoryOption();

    WorkDirectory workDirectory() {
        return workDirectory.of(kind());
    }

    /** Adds what is given to the plan of the run. */
    void describe(Map<String, Object> plan) {
        plan.put("cluster_kind", cluster);
        plan.put("image", image);
    }

    /** Takes what the plan of a stopped run has. */
    void resume(Map<?, ?> plan) {
        cluster = String.valueOf(plan.get("cluster_kind"));
        image = (String) plan.get("image");
    }

    ClusterKind kind() {
        ClusterKind kind = parse(cluster);
        if (kind == ClusterKind.EXTERNAL) {
            throw new UsageException(
                    "--cluster external: expected processes, containers or compose, because this command starts its own brokers");
        }
        return kind;
    }

    DockerSpec docker() {
        return DockerSpec.in(Checkout.home()).withImage(image(image, kind()));
    }

    static ClusterKind parse(String label) {
        try {
            return ClusterKind.parse(label);
        } catch (IllegalArgumentException e) {
            List<String> known =
                    Arrays.stream(ClusterKind.values()).map(ClusterKind::label).toList();
            throw new UsageException("--cluster: " + e.getMessage() + NearestName.hint(label, known));
        }
    }

    static Optional<String> image(String given, ClusterKind kind) {
        if (given != null && !IN_CONTAINERS.contains(kind)) {
            throw new UsageException(
                    "--image " + given + ": brokers run from an image only with --cluster containers or"
                            + " compose, got --cluster " + kind.label());
        }
        return Optional.ofNullable(given);
    }
}
