package io.producerbench.guarantees.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.ResultsReadme;
import io.producerbench.results.Column;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TrialReadmeTest {
    private static final String TRIALS = "## guarantees.csv";

    @Test
    void every_column_is_documented_in_order_and_nothing_else() throws IOException {
        assertThat(ResultsReadme.names(TRIALS))
                .containsExactlyElementsOf(
                        TrialColumns.ALL.stream().map(Column::name).toList());
    }

    @Test
    void every_column_of_the_settings_is_documented_in_order_and_nothing_else() throws IOException {
        assertThat(ResultsReadme.names("## settings.csv"))
                .containsExactlyElementsOf(
                        SettingsColumns.ALL.stream().map(Column::name).toList());
    }

    @Test
    void every_row_says_when_its_cell_is_empty() throws IOException {
        assertThat(ResultsReadme.rows(TRIALS))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).matches(ResultsReadme.WHOLE_ROW));
    }
}
