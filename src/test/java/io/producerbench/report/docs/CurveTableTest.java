package io.producerbench.report.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.Golden;
import io.producerbench.results.CsvRows;
import io.producerbench.results.ResultRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CurveTableTest {
    private final List<Map<String, String>> cells = CsvRows.cells(Golden.file("curve/golden/curve-summary.csv"));
    private final List<ResultRow> summary = CsvRows.of(cells);

    @Test
    void a_goal_has_its_bounds_and_the_latencies_of_three_loads() {
        assertThat(line("acks=all", "p99=20ms"))
                .containsExactly("acks=all", "p99=20ms", "815", "856", "82 %", "3.3 / 6.0 / 59.6", "7 (0)");
    }

    @Test
    void of_two_loads_close_to_a_share_the_nearer_one_is_shown() {
        List<Map<String, String>> rows = new ArrayList<>(cells);
        cells.stream()
                .filter(row -> row.get("mode").equals("acks=all")
                        && row.get("target_rate").equals("500"))
                .forEach(row -> {
                    Map<String, String> further = new LinkedHashMap<>(row);
                    further.put("share_of_maximum_median", "0.503");
                    further.put("ack_p99_us_median", "77000.0");
                    rows.add(0, further);
                    rows.add(further);
                });

        assertThat(rows).hasSize(cells.size() + 2);
        assertThat(CurveTable.of(CsvRows.of(rows))).contains("3.3 / 6.0 / 59.6").doesNotContain("77.0");
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
