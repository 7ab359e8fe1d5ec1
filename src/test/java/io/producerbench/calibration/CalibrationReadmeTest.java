package io.producerbench.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.ResultsReadme;
import io.producerbench.results.Column;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationReadmeTest {
    private static final String FINDINGS = "## calibration.csv";
    private static final String SAMPLES = "## calibration-samples.csv";

    @Test
    void every_column_of_the_findings_is_documented_in_order_and_nothing_else() throws IOException {
        assertThat(ResultsReadme.names(FINDINGS))
                .containsExactlyElementsOf(
                        CalibrationColumns.ALL.stream().map(Column::name).toList());
    }

    @Test
    void every_column_of_the_samples_is_documented_in_order_and_nothing_else() throws IOException {
        assertThat(ResultsReadme.names(SAMPLES))
                .containsExactlyElementsOf(
                        ArmSampleColumns.ALL.stream().map(Column::name).toList());
    }

    @Test
    void every_arm_is_documented() throws IOException {
        assertThat(ResultsReadme.section(SAMPLES))
                .contains(Arrays.stream(Arm.values())
                        .map(arm -> "`" + arm.label() + "`: ")
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {FINDINGS, SAMPLES})
    void every_row_says_when_its_cell_is_empty(String heading) throws IOException {
        assertThat(ResultsReadme.rows(heading))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).matches(ResultsReadme.WHOLE_ROW));
    }
}
