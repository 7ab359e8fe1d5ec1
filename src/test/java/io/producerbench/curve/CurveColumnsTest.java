package io.producerbench.curve;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.ResultsReadme;
import io.producerbench.results.Column;
import io.producerbench.results.SampleColumns;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveColumnsTest {
    @Test
    void the_columns_of_a_trial_follow_those_of_a_sample_and_no_name_is_used_twice() {
        List<String> names =
                CurveColumns.TABLE.columns().stream().map(Column::name).toList();

        assertThat(names)
                .startsWith(SampleColumns.ALL.stream().map(Column::name).toArray(String[]::new))
                .doesNotHaveDuplicates();
    }

    @Test
    void every_column_of_a_trial_is_documented_in_order_and_nothing_else() throws IOException {
        assertThat(ResultsReadme.names("## curve.csv"))
                .containsExactlyElementsOf(
                        CurveColumns.OF_A_TRIAL.stream().map(Column::name).toList());
    }

    @Test
    void every_column_of_the_summary_is_documented_in_order_and_nothing_else() throws IOException {
        assertThat(ResultsReadme.names("## curve-summary.csv"))
                .containsExactlyElementsOf(
                        CurveSummaryColumns.ALL.stream().map(Column::name).toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void every_row_says_when_its_cell_is_empty() throws IOException {
        for (String heading : List.of("## curve.csv", "## curve-summary.csv")) {
            assertThat(ResultsReadme.rows(heading))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row).matches(ResultsReadme.WHOLE_ROW));
        }
    }
}
