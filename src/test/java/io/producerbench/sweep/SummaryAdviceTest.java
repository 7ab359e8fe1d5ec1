package io.producerbench.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.results.CsvRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryAdviceTest {
    private final List<Map<String, String>> samples = new ArrayList<>();
    private final List<Map<String, String>> summary = new ArrayList<>();

    @Test
    void says_what_acks_all_sustained_of_acks_1() {
        measured("1", "1024", 100, 110, 90, 100, 120, 80);
        measured("all", "1024", 50, 55, 45, 50, 60, 40);

        assertThat(advice())
                .containsExactly("acks=all with min.insync.replicas=2 sustained 0.50 of acks=1's rate (0.50 to 0.50)");
    }

    @Test
    void an_interval_that_holds_1_is_no_difference() {
        measured("1", "1024", 100, 100, 100, 100, 100, 100);
        measured("all", "1024", 90, 110, 95, 105, 96, 104);

        assertThat(advice())
                .singleElement()
                .asString()
                .startsWith("acks=all with min.insync.replicas=2 cannot be told from acks=1 by its rate: 1.00 of");
    }

    @Test
    void too_few_blocks_carry_no_ratio() {
        measured("1", "1024", 100);
        measured("all", "1024", 50);

        assertThat(advice())
                .containsExactly("acks=all with min.insync.replicas=2 beside acks=1: 1 block has both, and a ratio with"
                        + " an interval needs 6 (-f 6)");
    }

    @Test
    void a_sample_that_is_not_ok_carries_nothing() {
        measured("1", "1024", 100, 100, 100, 100, 100, 100);
        measured("all", "1024", 50, 50, 50, 50, 50, 50);
        samples.get(0).put("status", "INVALID");

        assertThat(advice()).singleElement().asString().contains("5 blocks have both");
    }

    @Test
    void without_acks_1_there_is_nothing_to_say() {
        measured("all", "1024", 50, 50, 50, 50, 50, 50);

        assertThat(advice()).isEmpty();
    }

    @Test
    void other_record_sizes_are_no_base() {
        measured("1", "100", 100, 100, 100, 100, 100, 100);
        measured("all", "1024", 50, 50, 50, 50, 50, 50);

        assertThat(advice()).isEmpty();
    }

    private List<String> advice() {
        return SummaryAdvice.of(CsvRows.of(samples), CsvRows.of(summary));
    }

    private void measured(String acks, String recordSize, double... rates) {
        Map<String, String> setting = Map.of(
                "benchmark", "MaxRate",
                "acks", acks,
                "enable.idempotence", "false",
                "transactional", "false",
                "min.insync.replicas", "2",
                "record_size", recordSize);
        summary.add(setting);
        for (int block = 1; block <= rates.length; block++) {
            Map<String, String> row = new LinkedHashMap<>(setting);
            row.put("block", Integer.toString(block));
            row.put("status", "OK");
            row.put("records_per_s", Double.toString(rates[block - 1]));
            samples.add(row);
        }
    }
}
