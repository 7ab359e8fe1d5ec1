package io.producerbench.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.scenario.Axis;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestNameTest {
    private static final List<String> AXES =
            Arrays.stream(Axis.values()).map(Axis::param).toList();

    @ParameterizedTest
    @CsvSource({
        "akcs, acks",
        "ack, acks",
        "recordsize, recordSize",
        "record.size, recordSize",
        "linger.ms, lingerMs",
        "batch.size, batchSize",
        "transactionl, transactional"
    })
    void a_misspelt_name_is_recognised(String misspelt, String meant) {
        assertThat(NearestName.of(misspelt, AXES)).hasValue(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "qwertyuiop", "delivery.timeout.ms"})
    void what_is_like_no_name_is_not_guessed(String unlike) {
        assertThat(NearestName.of(unlike, AXES)).isEmpty();
    }

    @Test
    void a_name_that_shares_less_than_two_thirds_of_its_letters_is_not_guessed() {
        assertThat(NearestName.of("--version", List.of("--beside", "--seed"))).isEmpty();
    }

    @Test
    void the_nearest_of_two_is_taken() {
        assertThat(NearestName.of("producer", List.of("produce.r.s", "producers")))
                .hasValue("producers");
    }

    @Test
    void without_names_none_is_near() {
        assertThat(NearestName.of("acks", List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "acks,acks,0",
        "ACKS,acks,0",
        "akcs,acks,1",
        "acs,acks,1",
        "acksx,acks,1",
        "abks,acks,1",
        "kitten,sitting,3"
    })
    void the_distance_counts_edits_and_a_swap_as_one(String left, String right, int edits) {
        assertThat(NearestName.distance(left, right)).isEqualTo(edits);
        assertThat(NearestName.distance(right, left)).isEqualTo(edits);
    }
}
