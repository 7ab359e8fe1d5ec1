package io.producerbench.cluster.external;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.cluster.TopicSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnTopicsTest {
    @Test
    void brokers_are_asked_to_keep_the_producers_compression_whatever_their_default_is() {
        TopicSpec topic = new TopicSpec("producer-bench-1", 1, 3, Map.of("min.insync.replicas", "2"));

        assertThat(OwnTopics.request(topic, List.of(1, 2, 3)).configs())
                .isEqualTo(Map.of("min.insync.replicas", "2", "compression.type", "producer"));
    }
}
