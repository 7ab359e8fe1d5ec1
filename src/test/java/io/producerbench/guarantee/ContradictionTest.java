package io.producerbench.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds what we know of the producer's refusals against the producer itself. */
class ContradictionTest {

    @ParameterizedTest(name = "acks={0} idempotent={1} transactional={2} max.in.flight={3}")
    @MethodSource("combinations")
    void refuses_exactly_what_kafka_refuses_with_its_message(
            Acks acks, boolean idempotent, boolean transactional, int maxInFlight) {
        assertThat(Contradiction.between(acks, idempotent, transactional, maxInFlight))
                .isEqualTo(kafkaRefusal(acks, idempotent, transactional, maxInFlight));
    }

    @Test
    void five_of_the_twelve_combinations_are_accepted() {
        assertThat(combinations())
                .filteredOn(combination -> combination.get()[3].equals(5))
                .hasSize(12)
                .filteredOn(combination -> {
                    Object[] of = combination.get();
                    return Contradiction.between((Acks) of[0], (boolean) of[1], (boolean) of[2], 5)
                            .isEmpty();
                })
                .extracting(Arguments::get)
                .containsExactlyInAnyOrder(
                        new Object[] {Acks.NONE, false, false, 5},
                        new Object[] {Acks.LEADER, false, false, 5},
                        new Object[] {Acks.ALL, false, false, 5},
                        new Object[] {Acks.ALL, true, false, 5},
                        new Object[] {Acks.ALL, true, true, 5});
    }

    static Stream<Arguments> combinations() {
        return Stream.of(Acks.values())
                .flatMap(acks -> Stream.of(false, true)
                        .flatMap(idempotent -> Stream.of(false, true)
                                .flatMap(transactional -> Stream.of(5, 6)
                                        .map(maxInFlight ->
                                                Arguments.of(acks, idempotent, transactional, maxInFlight)))));
    }

    private static Optional<String> kafkaRefusal(
            Acks acks, boolean idempotent, boolean transactional, int maxInFlight) {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", List.of("127.0.0.1:9092"));
        config.put("key.serializer", ByteArraySerializer.class);
        config.put("value.serializer", ByteArraySerializer.class);
        config.put("acks", acks.kafkaValue());
        config.put("enable.idempotence", idempotent);
        config.put("max.in.flight.requests.per.connection", maxInFlight);
        if (transactional) {
            config.put("transactional.id", "any");
        }
        try {
            new ProducerConfig(config);
            return Optional.empty();
        } catch (ConfigException e) {
            return Optional.of(e.getMessage());
        }
    }
}
