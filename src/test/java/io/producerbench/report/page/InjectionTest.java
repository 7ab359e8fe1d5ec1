package io.producerbench.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.report.claims.ClaimFinding;
import io.producerbench.results.ResultFileException;
import io.producerbench.results.ResultRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file says, the page has no element and no attribute beyond those of the program. */
class InjectionTest {
    private static final String PAYLOAD = "</td></script></style><evil-element onclick=\"alert(1)\">"
            + "<script>alert(1)</script><img src=x onerror=alert(1)>\"' onmouseover='alert(1)' ]]> & &lt; \u0000\u202e-->";

    private static final int ROWS = 8;

    private static final Set<String> COLUMNS_OF_TRIALS = Set.of("fault", "variant", "facts", "bound", "warnings");

    @ParameterizedTest
    @ValueSource(
            strings = {Pages.SWEEP, "20261126T140301Z-7a56c16", "20261126T214634Z-4d0389c", "20261123T210418Z-89a029b"})
    void no_cell_of_any_column_becomes_an_element(String id) {
        PageInput clean = shortened(Pages.committed(id));
        Set<String> template = Pages.shapes(Pages.parsed(ReportPage.of(clean)));
        List<String> tried = new ArrayList<>();

        for (String column : columns(clean.run())) {
            try {
                String page = ReportPage.of(with(clean, column));
                Set<String> shapes = Pages.shapes(Pages.parsed(page));
                assertThat(template).as(column).containsAll(shapes);
                assertThat(page).doesNotContain("<evil-element");
                ReportText.of(with(clean, column));
                tried.add(column);
            } catch (ResultFileException e) {
                assertThat(e).hasMessageContaining("expected");
            }
        }
        assertThat(tried).hasSizeGreaterThan(10).contains("cpu_model", "run_id");
        if (tried.contains("fault")) {
            assertThat(tried).containsAll(COLUMNS_OF_TRIALS);
        }
    }

    private static Set<String> columns(ReportedRun run) {
        return run.tables().stream()
                .flatMap(table -> table.titles().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every other row keeps its cell, so that the column varies and is shown as one. */
    private static PageInput with(PageInput input, String column) {
        ReportedRun run = input.run();
        List<RunTable> tables = run.tables().stream()
                .map(table -> new RunTable(table.name(), rows(table, column), table.sha256()))
                .toList();
        return of(new ReportedRun(run.folder(), run.directory(), tables, run.environment(), run.gone()), input);
    }

    private static List<ResultRow> rows(RunTable table, String column) {
        List<ResultRow> rows = new ArrayList<>();
        for (ResultRow row : table.rows()) {
            Map<String, String> cells = new LinkedHashMap<>(row.cells());
            if (rows.size() % 2 == 0 && cells.containsKey(column)) {
                cells.put(column, PAYLOAD);
            }
            rows.add(new ResultRow(row.file(), row.line(), cells));
        }
        return rows;
    }

    /** A few rows of each file show all that a column can do. */
    private static PageInput shortened(PageInput input) {
        ReportedRun run = input.run();
        List<RunTable> tables = run.tables().stream()
                .map(table -> new RunTable(
                        table.name(), table.rows().stream().limit(ROWS).toList(), table.sha256()))
                .toList();
        return of(new ReportedRun(run.folder(), run.directory(), tables, run.environment(), run.gone()), input);
    }

    private static PageInput of(ReportedRun run, PageInput input) {
        return new PageInput(run, input.guarantees(), input.claims(), input.added(), List.of());
    }

    @Test
    void neither_do_names_of_columns_and_folders_nor_the_environment_nor_a_comparison() {
        PageInput clean = Pages.committed(Pages.SWEEP);
        ReportedRun run = clean.run();
        List<RunTable> tables = run.tables().stream()
                .map(table -> new RunTable(
                        table.name(),
                        table.rows().stream()
                                .map(InjectionTest::withAnotherColumn)
                                .toList(),
                        table.sha256()))
                .toList();
        Map<?, ?> environment = Map.of(PAYLOAD, Map.of(PAYLOAD, PAYLOAD), "list", List.of(PAYLOAD));

        String page = ReportPage.of(new PageInput(
                new ReportedRun(PAYLOAD, run.directory(), tables, environment, run.gone()),
                clean.guarantees(),
                List.<ClaimFinding>of(),
                List.of(new AddedSection("added", PAYLOAD, PAYLOAD)),
                clean.pictures()));

        Set<String> template = Pages.shapes(Pages.parsed(ReportPage.of(clean)));
        template.add("pre");
        assertThat(template).containsAll(Pages.shapes(Pages.parsed(page)));
        assertThat(page).doesNotContain("<evil-element");
    }

    private static ResultRow withAnotherColumn(ResultRow row) {
        Map<String, String> cells = new LinkedHashMap<>(row.cells());
        cells.put(PAYLOAD, "" + row.line());
        return new ResultRow(row.file(), row.line(), cells);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\tx", "\rx"})
    void a_spreadsheet_that_opens_a_download_runs_nothing(String formula) {
        assertThat(DataTable.harmless(formula)).startsWith("\"'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.0006", "12", "acks=1", "", "a-b"})
    void what_is_no_formula_stays_as_it_is(String cell) {
        assertThat(DataTable.harmless(cell)).isEqualTo("\"" + cell + "\"");
    }

    @Test
    void a_quote_in_a_download_ends_no_cell() {
        assertThat(DataTable.harmless("a\"b,=1")).isEqualTo("\"a\"\"b,=1\"");
    }
}
