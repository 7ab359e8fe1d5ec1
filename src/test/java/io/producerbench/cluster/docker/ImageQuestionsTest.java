package io.producerbench.cluster.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.cluster.BrokerImage;
import io.producerbench.cluster.ClusterException;
import org.junit.jupiter.api.Test;

class ImageQuestionsTest {

    private static final String ANSWER = """
            kafka-clients-4.3.1.jar
            kafka_2.13-4.3.1.jar
            log4j-api-2.25.5.jar
            openjdk version "17.0.15" 2025-04-15
            OpenJDK Runtime Environment (build 17.0.15+6-Debian-1deb12u1)
            """;

    @Test
    void an_image_is_what_is_in_it() {
        assertThat(ImageQuestions.parse("apache/kafka:latest", "sha256:1", ANSWER))
                .isEqualTo(new BrokerImage(
                        "apache/kafka:latest", "sha256:1", "4.3.1", "openjdk version \"17.0.15\" 2025-04-15"));
    }

    @Test
    void an_image_without_kafka_is_refused() {
        assertThatThrownBy(() -> ImageQuestions.parse("debian", "sha256:1", "sh: 1: java: not found"))
                .isInstanceOf(ClusterException.class)
                .hasMessage("expected an image with Kafka in /opt/kafka/libs, as apache/kafka has it, got debian"
                        + " without");
    }

    @Test
    void results_name_no_version_that_was_not_found() {
        BrokerImage image = ImageQuestions.parse("apache/kafka:latest", "sha256:1", ANSWER);

        assertThatThrownBy(() -> image.requireVersion("4.4.0"))
                .isInstanceOf(ClusterException.class)
                .hasMessage("expected brokers of Kafka 4.4.0, got image apache/kafka:latest with Kafka 4.3.1: give"
                        + " --broker-version 4.3.1, or another --image");
    }
}
