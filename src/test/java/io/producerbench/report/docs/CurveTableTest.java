package io.producerbench.report.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.Golden;
import io.producerbench.results.CsvRows;
import io.producerbench.results.ResultRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTableTest {
    private final List<ResultRow> summary = CsvRows.of(CsvRows.cells(Golden.file("curve/golden/curve-summary.csv")));

    @Test
    void a_goal_has_its_bounds_and_the_latencies_of_three_loads() {
        assertThat(line("acks=all", "p99=20ms"))
                .containsExactly("acks=all", "p99=20ms", "815", "856", "82 %", "3.3 / 6.0 / 59.6", "7 (0)");
    }

    @Test
    void a_goal_without_a_bound_says_why() {
        assertThat(line("acks=all", "p50=1ms")).element(2).isEqualTo("unreachable");
    }

    @Test
    void a_mode_without_acknowledgements_is_left_out() {
        assertThat(CurveTable.of(summary)).doesNotContain("acks=0");
    }

    private List<String> line(String mode, String goal) {
        return CurveTable.of(summary)
                .lines()
                .map(line -> List.of(line.substring(1).split("\\|")))
                .map(cells -> cells.stream().map(String::strip).toList())
                .filter(cells -> cells.get(0).equals(mode) && cells.get(1).equals(goal))
                .findFirst()
                .orElseThrow();
    }
}
