package io.producerbench.guarantee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuaranteeTest {

    @ParameterizedTest
    @CsvSource({
        "NONE, false, false, acks=0",
        "LEADER, false, false, acks=1",
        "ALL, false, false, acks=all",
        "ALL, true, false, idempotent",
        "ALL, true, true, transactional"
    })
    void each_of_the_five_modes_has_a_word(Acks acks, boolean idempotent, boolean transactional, String mode) {
        assertThat(new Guarantee(acks, idempotent, transactional, 1).mode().label())
                .isEqualTo(mode);
    }

    @Test
    void is_not_made_of_settings_that_contradict_each_other() {
        assertThatThrownBy(() -> new Guarantee(Acks.LEADER, true, false, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Must set acks to all");
    }

    @Test
    void needs_at_least_one_in_sync_replica() {
        assertThatThrownBy(() -> Mode.IDEMPOTENT.with(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("min.insync.replicas must be at least 1, got: 0");
    }

    @ParameterizedTest
    @CsvSource({"ACKS_0, 0, false", "ACKS_1, 1, false", "ACKS_ALL, all, false", "IDEMPOTENT, all, true"})
    void says_explicitly_whether_the_producer_is_idempotent(Mode mode, String kafkaAcks, String kafkaIdempotence) {
        assertThat(mode.with(1).producerConfig())
                .hasSize(2)
                .containsEntry("acks", kafkaAcks)
                .containsEntry("enable.idempotence", kafkaIdempotence);
    }

    @Test
    void carries_min_insync_replicas_to_the_topic() {
        assertThat(Mode.ACKS_ALL.with(2).topicConfig()).hasSize(1).containsEntry("min.insync.replicas", "2");
    }
}
