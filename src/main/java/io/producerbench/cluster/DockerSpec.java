package io.producerbench.cluster;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a cluster in containers needs to know beside the rest.
 *
 * @param image what the brokers run from; empty for Kafka's own image of the brokers' version, or for whatever the compose
 *     file's {@code .env} says
 * @param project the directory that holds {@code docker-compose.yml} and its {@code .env}
 */
public record DockerSpec(Optional<String> image, Path project) {

    private static final String OFFICIAL_IMAGE = "apache/kafka";

    public DockerSpec {
        requireNonNull(image, "image");
        requireNonNull(project, "project");
    }

    /** Kafka's own image, and the compose file of this project. */
    public static DockerSpec in(Path project) {
        return new DockerSpec(Optional.empty(), project);
    }

    /** The same with another image, if one is given. */
    public DockerSpec withImage(Optional<String> other) {
        return new DockerSpec(other, project);
    }

    public String imageOf(String brokerVersion) {
        return image.orElse(OFFICIAL_IMAGE + ":" + brokerVersion);
    }
}
