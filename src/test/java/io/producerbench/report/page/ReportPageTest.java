package io.producerbench.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.Golden;
import io.producerbench.report.picture.Picture;
import io.producerbench.results.RunDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ReportPageTest {
    private static final int MOST_BYTES = 3_000_000;

    @TempDir
    Path directory;

    @Test
    void its_short_form_reads_like_this() throws IOException {
        Golden.assertSame("report/golden/report.md", ReportText.of(Pages.fixture(directory)));
    }

    @Test
    void it_is_built_like_this() throws IOException {
        Golden.assertSame(
                "report/golden/report-outline.txt",
                Pages.outline(Pages.parsed(ReportPage.of(Pages.fixture(directory)))));
    }

    @Test
    void what_each_fault_did_to_each_mode_is_a_table_that_can_be_scanned() {
        Grid grid = FaultModes.of(ReportAnswer.of(Pages.committed(Pages.SWEEP, Pages.TRIALS)));

        assertThat(grid.rows())
                .hasSizeGreaterThan(10)
                .allSatisfy(row -> assertThat(row.cells())
                        .allSatisfy(cell -> assertThat(cell).hasSizeLessThanOrEqualTo(60)));
        assertThat(grid.rows().get(0).cssClass()).isEqualTo("broken");
        assertThat(grid.rows().get(grid.rows().size() - 1).cssClass()).isEmpty();
    }

    @Test
    void histograms_that_were_not_passed_on_with_the_run_are_told() throws IOException {
        Path run = Path.of("results/20261129T142206Z-d4b16af");
        for (String file : List.of("samples.csv", "summary.csv")) {
            Files.copy(run.resolve(file), directory.resolve(file));
        }

        assertThat(ReportedRun.read("run", new RunDirectory(run)).gone()).isEmpty();
        assertThat(ReportedRun.read("run", new RunDirectory(directory)).gone())
                .containsExactly(
                        "32 of 32 files in histograms, which its rows name; pictures that are drawn from them lack their"
                                + " samples");
    }

    @Test
    void what_no_setting_prevents_is_said_if_every_mode_showed_it() {
        assertThat(ReportPage.of(Pages.committed(Pages.SWEEP, Pages.TRIALS)))
                .contains("What an application sends again after its own restart was stored twice in every mode");
    }

    @Test
    void what_a_proof_of_discrimination_found_is_a_table_and_pictures() {
        PageInput input = Pages.committed("20261127T034454Z-21cc269");

        assertThat(OtherFindings.grid(input.run()).rows().get(0).cells())
                .startsWith("false alarms", "paired, margin 1 %", "cpu_ns_per_record", "0 of 473")
                .endsWith("PASS");
        assertThat(input.pictures())
                .extracting(Picture::name)
                .contains("discrimination-false-alarms", "discrimination-5-found", "discrimination-2-found");
        assertThat(input.pictures())
                .filteredOn(picture -> picture.name().equals("discrimination-5-found"))
                .singleElement()
                .satisfies(picture -> assertThat(picture.svg()).contains("93 of 93", "2 of 93"));
    }

    @Test
    void the_answer_comes_first_then_what_stands_against_it_then_the_numbers() throws IOException {
        Document page = Pages.parsed(ReportPage.of(Pages.fixture(directory)));

        assertThat(Pages.elements(page, "section").stream().map(section -> section.getAttribute("id")))
                .containsExactly(
                        "answer",
                        "chooser",
                        "validity",
                        "happened",
                        "tables",
                        "claims",
                        "method",
                        "environment",
                        "cite");
    }

    @ParameterizedTest
    @MethodSource("io.producerbench.report.page.Pages#committedRuns")
    void every_committed_run_has_a_report(String run) {
        PageInput input = Pages.committed(run);
        Document page = Pages.parsed(ReportPage.of(input));

        assertThat(Pages.elements(page, "h1")).hasSize(1);
        assertThat(rowsOf(page))
                .isEqualTo(input.run().tables().stream()
                        .mapToLong(table -> table.rows().size())
                        .sum());
        assertThat(ReportText.of(input)).contains(run, "SHA-256");
    }

    /** The rows of all files, of which a table shows each. */
    private static long rowsOf(Document page) {
        return Pages.elements(page, "table").stream()
                .filter(table -> table.getAttribute("class").equals("data"))
                .mapToLong(table -> table.getElementsByTagName("tr").getLength() - 1)
                .sum();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void samples_of_every_schema_have_a_report(int schema) throws IOException {
        Files.copy(
                Golden.file("results/golden/samples-of-schema-" + schema + ".csv"), directory.resolve("samples.csv"));
        ReportedRun run = ReportedRun.read("results/old", new RunDirectory(directory));

        Document page = Pages.parsed(ReportPage.of(new PageInput(run, List.of(), List.of(), List.of(), List.of())));

        assertThat(rowsOf(page)).isEqualTo(run.samples().size()).isPositive();
    }

    @Test
    void a_full_sweep_with_its_trials_is_a_page_of_at_most_three_megabytes() {
        String page = ReportPage.of(Pages.committed(Pages.SWEEP, Pages.TRIALS));

        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(MOST_BYTES);
    }

    @Test
    void it_begins_with_what_to_use_and_at_which_price() {
        Document page = Pages.parsed(ReportPage.of(Pages.committed(Pages.SWEEP, Pages.TRIALS)));

        Element first = Pages.elements(page, "li").get(0);
        assertThat(first.getTextContent())
                .startsWith("No record lost when a broker dies: use acks=all, min.insync.replicas=2 – 0.")
                .contains("× (", "the records/s of acks=1", "its p99", "0 of ", "each fault ≤");
    }

    @Test
    void without_trials_it_names_the_command_that_runs_them() {
        assertThat(ReportPage.of(Pages.committed(Pages.SWEEP)))
                .contains("./run-bench.sh guarantees measures it")
                .doesNotContain("What must never happen?");
    }

    @Test
    void the_policy_names_the_digest_of_each_style_and_script_and_allows_nothing_else() throws Exception {
        Document page = Pages.parsed(ReportPage.of(Pages.fixture(directory)));

        String policy = Pages.elements(page, "meta").stream()
                .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .map(meta -> meta.getAttribute("content"))
                .findFirst()
                .orElseThrow();
        assertThat(policy).startsWith("default-src 'none'; ").doesNotContain("unsafe", "http", "*");
        for (String name : List.of("style", "script")) {
            assertThat(Pages.elements(page, name).stream()
                            .filter(element -> !element.hasAttribute("type"))
                            .toList())
                    .isNotEmpty()
                    .allSatisfy(element ->
                            assertThat(policy).contains(" 'sha256-" + sha256(element.getTextContent()) + "'"));
        }
    }

    /** An XML parser leaves out the marks of the wrapping, which a browser sees. */
    private static String sha256(String content) throws Exception {
        String text = content.replaceFirst("^/\\*\\*/", "/*<![CDATA[*/").replaceFirst("/\\*\\*/$", "/*]]>*/");
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
