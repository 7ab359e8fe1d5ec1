package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.report.docs.Docs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documents say what the runs say that they name. */
class DocsReportTest {
    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)(?:#([^)]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    @TempDir
    Path elsewhere;

    @Test
    void the_pages_are_what_report_docs_would_write() throws IOException {
        assertThat(DocsReport.pages(HOME))
                .containsKeys(HOME.resolve("README.md"), HOME.resolve("docs/pictures/rate-1024B.svg"));
        for (var page : DocsReport.pages(HOME).entrySet()) {
            assertThat(page.getKey()).hasContent(page.getValue());
        }
    }

    @Test
    void a_page_that_differs_is_written_and_then_left_alone() throws IOException {
        Files.createDirectories(elsewhere.resolve("docs"));
        Files.createSymbolicLink(elsewhere.resolve("results"), HOME.resolve("results"));
        Files.copy(HOME.resolve("docs/sources.json"), elsewhere.resolve("docs/sources.json"));
        for (String page : List.of(
                "README.md",
                "benchmarks.md",
                "docs/small-records.md",
                "docs/broker-down.md",
                "docs/visibility.md",
                "docs/duet.md")) {
            Files.writeString(elsewhere.resolve(page), "<!-- table: rates 1024, sweep -->\nold\n<!-- end -->\n");
        }

        assertThat(write()).hasSize(6);
        assertThat(elsewhere.resolve("README.md"))
                .content()
                .contains("| acks=all ")
                .doesNotContain("old");
        assertThat(write()).isEmpty();
    }

    private List<Path> write() {
        return Docs.write(Docs.of(elsewhere, DocsReport.columns()));
    }

    @Test
    void the_pages_are_short() throws IOException {
        assertThat(Files.readAllLines(HOME.resolve("README.md"))).hasSizeLessThanOrEqualTo(100);
        assertThat(Files.readAllLines(HOME.resolve("benchmarks.md"))).hasSizeLessThanOrEqualTo(300);
    }

    @Test
    void every_committed_run_is_in_the_index_once_and_no_other() throws Exception {
        List<String> listed = Pattern.compile("(?m)^\\| \\[([^\\]]+)\\]\\(\\1\\) \\| [a-z]+ \\| [^|]+ \\|$")
                .matcher(Files.readString(HOME.resolve("results/README.md")))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(listed).isEqualTo(committedRuns());
    }

    /** Asks git, because a run that was made here is a directory as well. */
    private static List<String> committedRuns() throws Exception {
        Process git = new ProcessBuilder("git", "ls-tree", "-d", "--name-only", "HEAD:results")
                .directory(HOME.toFile())
                .start();
        try (var reader = git.inputReader()) {
            return reader.lines().sorted().toList();
        }
    }

    @Test
    void every_link_leads_somewhere() throws IOException {
        for (Path page : pages()) {
            for (var link : LINK.matcher(Files.readString(page)).results().toList()) {
                Path target = page.resolveSibling(link.group(1)).normalize();
                assertThat(target).as(page + ": " + link.group()).exists();
                if (link.group(2) != null) {
                    assertThat(anchors(target)).as(page + ": " + link.group()).contains(link.group(2));
                }
            }
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(HOME.resolve("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "benchmarks.md", "results/README.md", "CONTRIBUTING.md")
                                    .map(HOME::resolve),
                            docs.filter(page -> page.toString().endsWith(".md")))
                    .toList();
        }
    }

    /** The names that a forge gives to the headings of a page. */
    private static List<String> anchors(Path page) throws IOException {
        return HEADING.matcher(Files.readString(page))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
