package io.producerbench.report.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.Golden;
import io.producerbench.results.CsvRows;
import io.producerbench.results.SeenRow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VisibleTableTest {
    @Test
    void a_setting_whose_records_were_read_has_a_row_in_the_order_of_the_modes() {
        Map<String, String> fixedRate = CsvRows.cells(Golden.file("results/golden/summary.csv")).stream()
                .filter(row -> row.get("benchmark").equals("FixedRate"))
                .findFirst()
                .orElseThrow();
        Map<String, String> all = SeenRow.of(fixedRate);
        all.put("acks", "all");
        Map<String, String> none = SeenRow.of(fixedRate);
        none.putAll(Map.of("acks", "0", "ack_p50_us_median", "", "ack_p99_us_median", ""));
        none.putAll(Map.of("exposure_p50_us_median", "", "exposure_p99_us_median", "", "at_risk_records_median", ""));

        assertThat(VisibleTable.of(CsvRows.of(List.of(fixedRate, all, none))).lines().skip(2))
                .containsExactly(
                        "| acks=0 | 100 |  | 5.1 / 9.2 | 5.3 / 10.1 |  |  |",
                        "| acks=all | 100 | 3.4 / 6.8 | 5.1 / 9.2 | 5.3 / 10.1 | 1.2 / 4.0 | 2.40 |");
    }
}
