package io.producerbench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.producerbench.scenario.Grids;
import io.producerbench.scenario.Scenario;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

class ProducerSettingsTest {

    @Test
    void kafka_accepts_those_of_every_scenario() {
        assertThat(Stream.concat(Grids.defaults().stream(), Grids.random(42, 100)))
                .allSatisfy(scenario -> assertThatCode(() -> ProducerSettings.effective(scenario))
                        .doesNotThrowAnyException());
    }

    @Test
    void every_setting_is_one_that_kafka_knows() {
        assertThat(Grids.defaults())
                .allSatisfy(scenario -> assertThat(ProducerConfig.configNames())
                        .containsAll(ProducerSettings.of(scenario).keySet()));
    }

    @Test
    void what_is_asked_for_is_what_the_producer_uses() {
        assertThat(Grids.random(7, 100)).allSatisfy(scenario -> {
            Map<String, String> effective = ProducerSettings.effective(scenario);
            ProducerSettings.of(scenario)
                    .forEach((name, value) -> assertThat(effective.get(name))
                            .as(name)
                            .isEqualTo(name.equals("acks") && value.equals("all") ? "-1" : value));
        });
    }

    @Test
    void effective_ones_hold_no_password() {
        ConfigDef kafka = ProducerConfig.configDef();

        assertThat(kafka.configKeys().values())
                .filteredOn(key -> key.type() == ConfigDef.Type.PASSWORD)
                .isNotEmpty();
        assertThat(Grids.defaults())
                .allSatisfy(scenario -> assertThat(
                                ProducerSettings.effective(scenario).keySet())
                        .noneMatch(name -> kafka.configKeys().get(name).type() == ConfigDef.Type.PASSWORD));
    }

    @Test
    void effective_ones_are_the_same_wherever_the_brokers_are() {
        assertThat(ProducerSettings.effective(Grids.defaults().get(0)))
                .doesNotContainKeys("bootstrap.servers", "client.id", "transactional.id")
                .doesNotContainValue(null)
                .containsEntry("key.serializer", "org.apache.kafka.common.serialization.ByteArraySerializer");
    }

    /**
     * Of all that Kafka's own documentation says may move latency or throughput, nothing is left to
     * a default.
     */
    @Test
    void a_scenario_pins_what_moves_its_numbers() {
        Scenario any = Grids.defaults().get(0);

        assertThat(ProducerSettings.of(any).keySet())
                .contains(
                        "acks",
                        "enable.idempotence",
                        "linger.ms",
                        "batch.size",
                        "max.in.flight.requests.per.connection",
                        "compression.type",
                        "buffer.memory",
                        "retries",
                        "delivery.timeout.ms",
                        "request.timeout.ms",
                        "max.block.ms",
                        "max.request.size",
                        "partitioner.adaptive.partitioning.enable");
        assertThat(ProducerSettings.of(any).values()).noneMatch(Objects::isNull);
    }
}
