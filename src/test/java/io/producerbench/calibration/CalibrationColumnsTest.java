package io.producerbench.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.Golden;
import io.producerbench.results.Column;
import io.producerbench.results.CsvTable;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationColumnsTest {
    /** Passed, missed, without a target, without an interval, without a valid block. */
    private static final List<CalibrationFinding> FINDINGS = List.of(
            new CalibrationFinding(
                    CalibrationCheck.RATE_AGAINST_PEER, "acks=all, 100 B", List.of(1.1, 1.2, 1.0, 1.3, 1.4, 1.5)),
            new CalibrationFinding(
                    CalibrationCheck.LOG_END_COUNT, "acks=all, 100 B", List.of(0.0, 0.0, 0.0, 0.0, 3.0, 0.0)),
            new CalibrationFinding(CalibrationCheck.OUR_RATE, "acks=all, 1024 B", List.of(43_332.4, 40_560.1)),
            new CalibrationFinding(CalibrationCheck.RATE_AGAINST_PEER, "transactional, 100 B", List.of(1.1, 1.2)),
            new CalibrationFinding(CalibrationCheck.ALLOCATION, "acks=1, 100 B", List.of()));

    @Test
    void findings_of_every_kind_look_like_this() throws IOException {
        List<CalibrationRow> rows = FINDINGS.stream()
                .map(finding -> new CalibrationRow(ACalibration.RUN, ACalibration.STARTED, finding))
                .toList();

        Golden.assertSame("calibration/golden/calibration.csv", new CsvTable<>(CalibrationColumns.ALL).text(rows));
    }

    @Test
    void no_two_columns_share_a_name() {
        assertThat(CalibrationColumns.ALL).extracting(Column::name).doesNotHaveDuplicates();
    }
}
