package io.producerbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * {@code results/README.md}, which documents every file that a run writes, and the pages in {@code
 * docs/files}, which document the columns.
 */
public final class ResultsReadme {
    /** A table row of four cells whose first and last are not empty. */
    public static final String WHOLE_ROW = "\\|( [^|]*[^| ] \\|)( [^|]*\\|){2}( [^|]*[^| ] \\|)";

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]*`) \\|.*$");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private ResultsReadme() {}

    /** The names in the first cells of a section's table. */
    public static List<String> names(String heading) throws IOException {
        return ROW.matcher(section(heading))
                .results()
                .flatMap(row -> NAME.matcher(row.group(1)).results())
                .map(name -> name.group(1))
                .toList();
    }

    /** The rows of a section's table. */
    public static List<String> rows(String heading) throws IOException {
        return ROW.matcher(section(heading)).results().map(MatchResult::group).toList();
    }

    /** What stands under a heading, up to the next; of a file with columns its page. */
    public static String section(String heading) throws IOException {
        if (heading.endsWith(".csv")) {
            return Files.readString(
                    Path.of("docs/files", heading.replace("## ", "").replace(".csv", ".md")));
        }
        String page = Files.readString(Path.of("results/README.md"));
        assertThat(page).contains("\n" + heading + "\n");
        String rest = page.substring(page.indexOf("\n" + heading + "\n") + 1 + heading.length());
        int next = rest.indexOf("\n## ");
        return next < 0 ? rest : rest.substring(0, next);
    }
}
