package io.producerbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicSpecTest {

    @Test
    void each_partition_is_led_by_the_next_broker_and_followed_by_those_after_it() {
        TopicSpec topic = new TopicSpec("bench", 4, 2, Map.of());

        assertThat(topic.assignment(List.of(1, 2, 3)))
                .isEqualTo(Map.of(0, List.of(1, 2), 1, List.of(2, 3), 2, List.of(3, 1), 3, List.of(1, 2)));
    }

    @Test
    void more_replicas_than_brokers_are_refused() {
        TopicSpec topic = new TopicSpec("bench", 1, 3, Map.of());

        assertThatThrownBy(() -> topic.assignment(List.of(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected at most as many replicas of topic bench as there are brokers (2), got 3");
    }

    @Test
    void a_topic_without_partitions_is_refused() {
        assertThatThrownBy(() -> new TopicSpec("bench", 0, 3, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected at least 1 partition and 1 replica for topic bench, got 0 and 3");
    }
}
