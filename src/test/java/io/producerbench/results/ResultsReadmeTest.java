package io.producerbench.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.ResultsReadme;
import io.producerbench.results.trials.TrialSummaryColumns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsReadmeTest {
    @Test
    void every_column_of_samples_is_documented_in_order_and_nothing_else() throws IOException {
        assertThat(ResultsReadme.names("## samples.csv"))
                .containsExactlyElementsOf(
                        SampleColumns.ALL.stream().map(Column::name).toList());
    }

    @Test
    void every_column_of_the_summary_is_documented_in_order_and_nothing_else() throws IOException {
        assertThat(ResultsReadme.names("## summary.csv"))
                .containsExactlyElementsOf(
                        SummaryColumns.ALL.stream().map(Column::name).toList());
    }

    @Test
    void every_column_of_the_summary_of_trials_is_documented_in_order_and_nothing_else() throws IOException {
        assertThat(ResultsReadme.names("## guarantees-summary.csv"))
                .containsExactlyElementsOf(
                        TrialSummaryColumns.ALL.stream().map(Column::name).toList());
    }

    @Test
    void every_file_of_a_run_is_documented() throws IOException {
        RunDirectory run = new RunDirectory(Path.of("run"));

        assertThat(ResultsReadme.names("## Files of a run"))
                .contains(
                        run.samples().getFileName().toString(),
                        run.summary().getFileName().toString(),
                        run.calibration().getFileName().toString(),
                        run.calibrationSamples().getFileName().toString(),
                        run.guarantees().getFileName().toString(),
                        run.guaranteesSummary().getFileName().toString(),
                        run.settings().getFileName().toString(),
                        run.costAndGuarantee().getFileName().toString(),
                        run.costAndGuaranteePage().getFileName().toString(),
                        run.duet().getFileName().toString(),
                        run.duetSummary().getFileName().toString(),
                        run.curve().getFileName().toString(),
                        run.curveSummary().getFileName().toString(),
                        run.discrimination().getFileName().toString(),
                        run.discriminationBlocks().getFileName().toString(),
                        run.jmhResult().getFileName().toString(),
                        run.environment().getFileName().toString(),
                        run.plan().getFileName().toString(),
                        run.scratch().getFileName() + "/");
    }

    @Test
    void the_current_schema_version_is_documented() throws IOException {
        assertThat(ResultsReadme.section("## schema_version")).contains("Now " + RunIdentity.SCHEMA_VERSION + ".");
    }

    @Test
    void every_row_says_when_its_cell_is_empty() throws IOException {
        for (String heading : List.of("## samples.csv", "## summary.csv", "## guarantees-summary.csv")) {
            assertThat(ResultsReadme.rows(heading))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row).matches(ResultsReadme.WHOLE_ROW));
        }
    }
}
