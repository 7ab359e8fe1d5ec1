package io.producerbench.report.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.Golden;
import io.producerbench.results.CsvRows;
import io.producerbench.results.SeenRow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VisibleTableTest {
    private final List<Map<String, String>> summary = CsvRows.cells(Golden.file("results/golden/summary.csv"));

    @Test
    void a_row_has_what_consumers_saw() {
        Map<String, String> fixed = summary.stream()
                .filter(row -> row.get("benchmark").equals("FixedRate"))
                .findFirst()
                .orElseThrow();

        assertThat(VisibleTable.of(CsvRows.of(List.of(SeenRow.of(fixed)))))
                .contains("5.1 / 9.2", "5.3 / 10.1", "1.2 / 4.0", "2.4");
    }

    @Test
    void other_benchmarks_are_left_out() {
        assertThat(VisibleTable.of(CsvRows.of(summary)).lines()).hasSize(2);
    }
}
