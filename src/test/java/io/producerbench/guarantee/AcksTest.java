package io.producerbench.guarantee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcksTest {

    @ParameterizedTest
    @CsvSource({"0, NONE", "1, LEADER", "all, ALL", "-1, ALL"})
    void reads_kafkas_spellings(String text, Acks expected) {
        assertThat(Acks.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void reads_what_it_writes(Acks acks) {
        assertThat(Acks.parse(acks.kafkaValue())).isEqualTo(acks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "ALL", "", " 1", "leader"})
    void anything_else_is_an_error_that_says_what_was_expected(String text) {
        assertThatThrownBy(() -> Acks.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected 0, 1 or all, got: " + text);
    }

    @Test
    void only_acks_0_confirms_nothing() {
        assertThat(Acks.values()).filteredOn(acks -> !acks.confirms()).containsExactly(Acks.NONE);
    }
}
