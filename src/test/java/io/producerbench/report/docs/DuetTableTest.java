package io.producerbench.report.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.Golden;
import io.producerbench.results.CsvRows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DuetTableTest {
    private final Map<String, String> row = row();

    private static Map<String, String> row() {
        Map<String, String> row =
                CsvRows.cells(Golden.file("compare/golden/duet-summary.csv")).get(0);
        row.putAll(Map.of("acks", "all", "enable.idempotence", "true", "transactional", "false"));
        return row;
    }

    @Test
    void a_row_says_what_was_compared_by_how_much_it_differs_and_how_sure_that_is() {
        row.putAll(Map.of("base_arm", "client:4.3.1", "new_arm", "client:4.4.0", "cluster_kind", "stub"));
        row.putAll(Map.of("metric", "client_cpu_us_per_record", "base_median", "2.5", "new_median", "2.45"));
        row.putAll(Map.of("ratio", "0.98000", "ratio_low", "0.97000", "ratio_high", "0.99200", "judgement", "EQUAL"));

        assertThat(DuetTable.of(CsvRows.of(List.of(row))).replaceAll(" +", " "))
                .contains("| client:4.3.1 | client:4.4.0 | idempotent | stub |")
                .contains("client CPU µs/record | 2.50 | 2.45 | -2.0 % (-3.0 % to -0.8 %) | equal");
    }

    @Test
    void the_cpu_time_of_a_stub_is_no_brokers() {
        row.put("metric", "broker_cpu_us_per_record");

        assertThat(DuetTable.of(CsvRows.of(List.of(row)))).contains("broker CPU");
        row.put("cluster_kind", "stub");
        assertThat(DuetTable.of(CsvRows.of(List.of(row))).lines()).hasSize(2);
    }

    /** Runs from before that have a row of it, because it was judged. */
    @Test
    void the_clients_cpu_time_at_a_fixed_rate_is_left_out() {
        row.put("metric", "client_cpu_us_per_record");

        assertThat(DuetTable.of(CsvRows.of(List.of(row)))).contains("client CPU");
        row.put("benchmark", "FixedRate");
        assertThat(DuetTable.of(CsvRows.of(List.of(row))).lines()).hasSize(2);
    }

    @Test
    void a_metric_that_no_duet_has_is_refused() {
        row.put("metric", "nosuch");

        assertThatThrownBy(() -> DuetTable.of(CsvRows.of(List.of(row)))).hasMessageContaining("nosuch");
    }
}
