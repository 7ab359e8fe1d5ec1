package io.producerbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AxisTest {

    @ParameterizedTest
    @CsvSource({
        "ACKS, all, all",
        "ACKS, ' 1 ', 1",
        "RECORD_SIZE, 100, 100",
        "RECORD_SIZE, ' 0100', 100",
        "RECORD_SIZE, +100, 100",
        "RECORD_SIZE, 1, 1",
        "RECORD_SIZE, 1000000, 1000000",
        "ACKS, -1, all",
        "LINGER_MS, 0, 0",
        "COMPRESSION, zstd, zstd",
        "ABORT_RATE, 0.10, 0.1",
        "ABORT_RATE, .5, 0.5",
        "ABORT_RATE, 0.0, 0",
        "ABORT_RATE, 0.9, 0.9"
    })
    void accepted_values_have_one_spelling(Axis axis, String text, String canonical) {
        assertThat(axis.canonical(text)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "ACKS, 2, '-p acks: expected one of 0, 1, all, got: 2'",
        "ACKS, ALL, '-p acks: expected one of 0, 1, all, got: ALL; did you mean ''all''?'",
        "ENABLE_IDEMPOTENCE, yes, '-p enableIdempotence: expected one of false, true, got: yes'",
        "MIN_INSYNC_REPLICAS, 4, '-p minInsyncReplicas: expected a whole number from 1 to 3, got: 4'",
        "RECORD_SIZE, 0, '-p recordSize: expected a whole number from 1 to 1000000, got: 0'",
        "RECORD_SIZE, 1k, '-p recordSize: expected a whole number from 1 to 1000000, got: 1k'",
        "RATE, 9999999999, '-p rate: expected a whole number from 1 to 100000000, got: 9999999999'",
        "LINGER_MS, -1, '-p lingerMs: expected a whole number from 0 to 10000, got: -1'",
        "ABORT_RATE, 1, '-p abortRate: expected a share from 0 to 0.9 with at most three decimals, got: 1; with every transaction aborted there would be no record to be seen with read_committed'",
        "ABORT_RATE, 0.901, '-p abortRate: expected a share from 0 to 0.9 with at most three decimals, got: 0.901; with every transaction aborted there would be no record to be seen with read_committed'",
        "ABORT_RATE, 10%, '-p abortRate: expected a share from 0 to 0.9 with at most three decimals, got: 10%; with every transaction aborted there would be no record to be seen with read_committed'",
        "ABORT_RATE, 1e-1, '-p abortRate: expected a share from 0 to 0.9 with at most three decimals, got: 1e-1; with every transaction aborted there would be no record to be seen with read_committed'",
        "KEYS, '', '-p keys: expected one of none, uniform, got: '"
    })
    void other_values_are_errors_that_name_the_axis_and_what_it_expects(Axis axis, String text, String message) {
        assertThatThrownBy(() -> axis.canonical(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @EnumSource
    void accepts_its_own_defaults_as_they_are_written(Axis axis) {
        assertThat(axis.defaults())
                .isNotEmpty()
                .allSatisfy(value -> assertThat(axis.canonical(value)).isEqualTo(value));
    }

    @ParameterizedTest
    @EnumSource
    void is_found_by_its_name_on_the_command_line(Axis axis) {
        assertThat(Axis.named(axis.param())).hasValue(axis);
    }

    @Test
    void a_misspelt_name_finds_nothing() {
        assertThat(Axis.named("akcs")).isEmpty();
    }

    @Test
    void no_two_axes_share_a_column() {
        assertThat(Arrays.stream(Axis.values()).map(Axis::column)).doesNotHaveDuplicates();
    }
}
