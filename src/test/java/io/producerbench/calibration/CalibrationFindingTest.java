package io.producerbench.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.stats.Interval;
import io.producerbench.stats.MedianInterval;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationFindingTest {
    @Test
    void the_interval_is_over_the_blocks() {
        CalibrationFinding finding = finding(CalibrationCheck.ALLOCATION, 0.3, 0.1, 0.2, 0.6, 0.4, 0.5);

        assertThat(finding.interval()).hasValue(new MedianInterval(0.35, Optional.of(new Interval(0.1, 0.6))));
        assertThat(finding.mark()).isEqualTo(PassFail.PASS);
    }

    @Test
    void a_goal_is_held_against_its_own_target() {
        assertThat(finding(CalibrationCheck.CPU_SAMPLED_1024, 1.06).mark()).isEqualTo(PassFail.MISS);
        assertThat(finding(CalibrationCheck.CPU_SAMPLED_100, 1.06).mark()).isEqualTo(PassFail.PASS);
        assertThat(finding(CalibrationCheck.CPU_AGAINST_PEER, 1.06).mark()).isEqualTo(PassFail.NONE);
    }

    @Test
    void without_a_valid_block_nothing_is_passed_and_nothing_missed() {
        CalibrationFinding finding = finding(CalibrationCheck.ALLOCATION);

        assertThat(finding.interval()).isEmpty();
        assertThat(finding.mark()).isEqualTo(PassFail.NONE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void a_value_that_is_no_number_is_refused(double value) {
        assertThatThrownBy(() -> finding(CalibrationCheck.RATE_ERROR, 0, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("RATE_ERROR (100 B): expected finite values, one for each valid block;")
                .hasMessageEndingWith("got: [0.0, " + value + "]");
    }

    private static CalibrationFinding finding(CalibrationCheck goal, double... values) {
        return new CalibrationFinding(
                goal, "100 B", Arrays.stream(values).boxed().toList());
    }
}
