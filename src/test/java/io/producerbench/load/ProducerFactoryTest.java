package io.producerbench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.scenario.AScenario;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProducerFactoryTest {
    private static final Map<String, String> CLIENT = Map.of("security.protocol", "SSL", "linger.ms", "77");
    private static final ForkConfig FORK_CONFIG = new ForkConfig("127.0.0.1:9092", "topic", 7, CLIENT);
    private static final Scenario PLAIN = AScenario.with(Map.of(Axis.LINGER_MS, "3"));
    private static final Scenario TRANSACTIONAL =
            AScenario.with(Map.of(Axis.ACKS, "all", Axis.ENABLE_IDEMPOTENCE, "true", Axis.TRANSACTIONAL, "true"));

    @Test
    void a_producer_speaks_to_the_cluster_of_the_fork() {
        assertThat(new ProducerFactory(PLAIN, FORK_CONFIG).settings(0, Map.of()))
                .containsEntry("bootstrap.servers", "127.0.0.1:9092")
                .containsEntry("security.protocol", "SSL");
    }

    @Test
    void the_scenario_goes_before_the_client_settings_and_overrides_go_before_the_scenario() {
        ProducerFactory factory = new ProducerFactory(PLAIN, FORK_CONFIG);

        assertThat(factory.settings(0, Map.of())).containsEntry("linger.ms", "3");
        assertThat(factory.settings(0, Map.of("linger.ms", "4"))).containsEntry("linger.ms", "4");
    }

    @Test
    void producers_of_one_topic_are_told_apart_by_their_number() {
        assertThat(new ProducerFactory(TRANSACTIONAL, FORK_CONFIG).settings(2, Map.of()))
                .containsEntry("client.id", "topic-2")
                .containsEntry("transactional.id", "topic-2");
    }

    @Test
    void only_a_transactional_producer_has_a_transactional_id() {
        assertThat(new ProducerFactory(PLAIN, FORK_CONFIG).settings(0, Map.of()))
                .doesNotContainKey("transactional.id");
    }
}
