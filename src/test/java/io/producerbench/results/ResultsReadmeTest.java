package io.producerbench.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ResultsReadmeTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]*`) \\|.*$");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    @Test
    void every_column_of_samples_is_documented_in_order_and_nothing_else() throws IOException {
        assertThat(documented("## samples.csv"))
                .containsExactlyElementsOf(
                        SampleColumns.ALL.stream().map(Column::name).toList());
    }

    @Test
    void every_column_of_the_summary_is_documented_in_order_and_nothing_else() throws IOException {
        assertThat(documented("## summary.csv"))
                .containsExactlyElementsOf(
                        SummaryColumns.ALL.stream().map(Column::name).toList());
    }

    @Test
    void every_file_of_a_run_is_documented() throws IOException {
        RunDirectory run = new RunDirectory(Path.of("run"));

        assertThat(documented("## Files of a run"))
                .contains(
                        run.samples().getFileName().toString(),
                        run.summary().getFileName().toString(),
                        run.jmhResult().getFileName().toString(),
                        run.environment().getFileName().toString(),
                        run.plan().getFileName().toString(),
                        run.scratch().getFileName() + "/");
    }

    @Test
    void the_current_schema_version_is_documented() throws IOException {
        assertThat(section("## schema_version")).contains("Now " + RunIdentity.SCHEMA_VERSION + ".");
    }

    @Test
    void every_row_says_when_its_cell_is_empty() throws IOException {
        String rows = section("## samples.csv") + section("## summary.csv");

        assertThat(ROW.matcher(rows).results().map(MatchResult::group).toList())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).matches("\\|( [^|]*[^| ] \\|)( [^|]*\\|){2}( [^|]*[^| ] \\|)"));
    }

    /** The names in the first cells of a section's table. */
    private static List<String> documented(String heading) throws IOException {
        return ROW.matcher(section(heading))
                .results()
                .flatMap(row -> NAME.matcher(row.group(1)).results())
                .map(name -> name.group(1))
                .toList();
    }

    private static String section(String heading) throws IOException {
        String page = Files.readString(Path.of("results/README.md"));
        assertThat(page).contains("\n" + heading + "\n");
        String rest = page.substring(page.indexOf("\n" + heading + "\n") + 1 + heading.length());
        int next = rest.indexOf("\n## ");
        return next < 0 ? rest : rest.substring(0, next);
    }
}
