package io.producerbench.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.Golden;
import io.producerbench.results.CsvRows;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SeenRow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VisibleFindingsTest {
    private static final Map<String, String> FIXED_RATE =
            CsvRows.cells(Golden.file("results/golden/summary.csv")).stream()
                    .filter(row -> row.get("benchmark").equals("FixedRate"))
                    .findFirst()
                    .orElseThrow();

    private final List<ResultRow> rows = CsvRows.of(List.of(
            FIXED_RATE,
            seen(Map.of("acks", "all", "min.insync.replicas", "1", "at_risk_records_median", "9.00")),
            seen(Map.of("acks", "all", "min.insync.replicas", "2", "at_risk_records_median", "2.40")),
            seen(Map.of(
                    "acks", "0",
                    "exposure_p50_us_median", "",
                    "exposure_p99_us_median", "",
                    "at_risk_records_median", ""))));

    private static Map<String, String> seen(Map<String, String> cells) {
        Map<String, String> row = SeenRow.of(FIXED_RATE);
        row.putAll(cells);
        return row;
    }

    @Test
    void each_mode_has_a_sentence_about_its_usual_minimum() {
        assertThat(VisibleFindings.advice(VisibleFindings.rows(rows)))
                .containsExactly(
                        "acks=all, min.insync.replicas=2, 100 bytes at 2,000 records/s: a consumer sees half of the"
                                + " records within 5.1 ms of when they were due, 99 % within 9.2 ms; 2.40 records are"
                                + " acknowledged and not yet seen, on average.",
                        "acks=0, min.insync.replicas=1, 100 bytes at 2,000 records/s: a consumer sees half of the"
                                + " records within 5.1 ms of when they were due, 99 % within 9.2 ms.");
    }

    @Test
    void settings_that_vary_within_a_mode_are_named() {
        List<ResultRow> two = CsvRows.of(List.of(
                seen(Map.of("acks", "all", "records_per_transaction", "100")),
                seen(Map.of("acks", "all", "records_per_transaction", "1000")),
                seen(Map.of("acks", "0"))));

        assertThat(VisibleFindings.grid(two).rows())
                .extracting(row -> row.cells().get(0))
                .containsExactly(
                        "acks=all records_per_transaction=100", "acks=all records_per_transaction=1000", "acks=0");
    }

    @Test
    void each_setting_has_a_row_and_other_benchmarks_have_none() {
        assertThat(VisibleFindings.grid(VisibleFindings.rows(rows)).rows())
                .extracting(row -> String.join(" | ", row.cells()))
                .containsExactly(
                        "acks=all | 1 | 100 | 5.1 / 9.2 | 5.3 / 10.1 | 1.2 / 4.0 | 9.00",
                        "acks=all | 2 | 100 | 5.1 / 9.2 | 5.3 / 10.1 | 1.2 / 4.0 | 2.40",
                        "acks=0 | 1 | 100 | 5.1 / 9.2 | 5.3 / 10.1 |  | ");
    }
}
