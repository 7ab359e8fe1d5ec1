package io.producerbench.cluster;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What brokers in containers need and brokers as processes do not.
 *
 * @param image what the brokers run from; empty for Kafka's own image of the brokers' version, or
 *     for the image in the compose file's {@code .env}
 * @param project the directory that holds {@code docker-compose.yml} and its {@code .env}
 */
public record DockerSpec(Optional<String> image, Path project) {

    private static final String OFFICIAL_IMAGE = "apache/kafka";

    public DockerSpec {
        requireNonNull(image, "image");
        requireNonNull(project, "project");
    }

    /** Returns Kafka's own image, and the compose file of this project. */
    public static DockerSpec in(Path project) {
        return new DockerSpec(Optional.empty(), project);
    }

    public DockerSpec withImage(Optional<String> other) {
        return new DockerSpec(other, project);
    }

    /** Returns the image of the brokers; Kafka's own image of this version unless one was given. */
    public String imageOf(String brokerVersion) {
        return image.orElse(OFFICIAL_IMAGE + ":" + brokerVersion);
    }
}
