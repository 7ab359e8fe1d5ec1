package io.producerbench.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.Golden;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTextTest {
    private static final CalibrationFinding PASSED = new CalibrationFinding(
            CalibrationCheck.RATE_AGAINST_PEER, "acks=all 100 B", List.of(1.1, 1.2, 1.0, 1.3, 1.4, 1.5));

    /**
     * Passed, missed, without a target, without an interval, without a valid block; settings short
     * and long.
     */
    private static final List<CalibrationFinding> FINDINGS = List.of(
            new CalibrationFinding(CalibrationCheck.CLOCK_COST, "System.nanoTime", List.of(20.04)),
            PASSED,
            new CalibrationFinding(CalibrationCheck.RATE_AGAINST_PEER, "transactional 1024 B", List.of(1.1, 1.2)),
            new CalibrationFinding(CalibrationCheck.ALLOCATION, "idempotent 100 B", List.of()),
            new CalibrationFinding(
                    CalibrationCheck.LOG_END_COUNT, "acks=all 100 B", List.of(0.0, 0.0, 0.0, 0.0, 3.0, 0.0)),
            new CalibrationFinding(
                    CalibrationCheck.LATENCY_ERROR_P50,
                    "acks=all, bimodal",
                    List.of(0.01, 0.02, 0.03, 0.02, 0.01, 0.02)),
            new CalibrationFinding(
                    CalibrationCheck.LATENCY_ERROR_P99_9,
                    "acks=all, replies after a Pareto-distributed delay, 2000 records/s",
                    List.of(1.01, 1.02, 1.03, 1.02, 1.01, 1.02)),
            new CalibrationFinding(
                    CalibrationCheck.OUR_RATE,
                    "acks=all 1024 B",
                    List.of(43_332.4, 40_560.1, 41_000.0, 1_042_000.0, 43_000.0, 44_000.0)));

    @Test
    void findings_read_like_this() throws IOException {
        Golden.assertSame("cli/golden/calibration.txt", CalibrationText.of(FINDINGS));
    }

    @Test
    void no_line_is_longer_than_80_characters() {
        List<CalibrationFinding> huge = Arrays.stream(CalibrationCheck.values())
                .map(goal -> new CalibrationFinding(
                        goal, "transactional ".repeat(12), List.of(-123e9, 9e12, 7e11, 1e9, 1., 8e9)))
                .toList();

        assertThat(CalibrationText.of(huge).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void where_nothing_is_missed_the_last_line_says_so() {
        assertThat(CalibrationText.of(List.of(PASSED))).endsWith("\nnothing missed its target\n");
    }
}
