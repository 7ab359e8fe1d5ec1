package io.producerbench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.producerbench.Golden;
import io.producerbench.stats.PairedRatio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Acks1RatiosTest {
    private static final Map<String, String> ROW =
            CsvRows.cells(Golden.file("results/golden/samples.csv")).get(0);

    private final List<Map<String, String>> rows = new ArrayList<>();

    @Test
    void a_rate_is_relative_to_acks1_in_the_same_block() {
        for (int block = 1; block <= 6; block++) {
            maxRate("1", block, 100 * block);
            maxRate("all", block, 60 * block + block % 2);
        }

        PairedRatio ratio = ratio(RelativeMetric.RATE).orElseThrow();

        assertThat(ratio.pairs()).isEqualTo(6);
        assertThat(ratio.interval().orElseThrow().low()).isCloseTo(0.6, within(1e-12));
        assertThat(ratio.interval().orElseThrow().high()).isCloseTo(0.61, within(1e-12));
    }

    @Test
    void of_a_block_only_the_first_attempt_that_is_ok_counts() {
        maxRate("1", 1, 100);
        set(maxRate("all", 1, 999), "status", "INVALID");
        set(maxRate("all", 1, 50), "attempt", "2");
        set(maxRate("all", 1, 70), "attempt", "3");

        assertThat(ratio(RelativeMetric.RATE).orElseThrow().median()).isEqualTo(0.5);
        assertThat(ratio(RelativeMetric.RATE).orElseThrow().pairs()).isEqualTo(1);
    }

    @Test
    void acks1_at_the_same_minimum_is_the_base_and_else_at_the_smallest() {
        set(maxRate("1", 1, 300), "min.insync.replicas", "3");
        set(maxRate("1", 1, 100), "min.insync.replicas", "1");
        maxRate("all", 1, 50);

        set(rows.get(2), "min.insync.replicas", "2");
        assertThat(ratio(RelativeMetric.RATE).orElseThrow().median()).isEqualTo(0.5);
        set(rows.get(2), "min.insync.replicas", "3");
        assertThat(ratio(RelativeMetric.RATE).orElseThrow().median()).isCloseTo(1 / 6.0, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"record_size", "linger.ms", "brokers_down", "partitions", "latency_sampling"})
    void acks1_at_another_setting_is_no_base(String column) {
        set(maxRate("1", 1, 100), column, "7");
        maxRate("all", 1, 50);

        assertThat(ratio(RelativeMetric.RATE)).isEmpty();
    }

    @Test
    void how_many_records_a_transaction_has_does_not_separate_it_from_acks1() {
        maxRate("1", 1, 100);
        Map<String, String> transactional = maxRate("all", 1, 20);
        set(transactional, "enable.idempotence", "true");
        set(transactional, "transactional", "true");
        set(transactional, "records_per_transaction", "1000");

        assertThat(ratio(RelativeMetric.RATE).orElseThrow().median()).isEqualTo(0.2);
    }

    @Test
    void an_offered_rate_is_not_compared_and_neither_is_a_latency_in_closed_loop() {
        for (String acks : List.of("1", "all")) {
            set(set(maxRate(acks, 1, 2000), "benchmark", "FixedRate"), "ack_p99_us", acks.equals("1") ? "8" : "10");
        }

        assertThat(ratio(RelativeMetric.RATE)).isEmpty();
        assertThat(ratio(RelativeMetric.CLIENT_CPU)).isEmpty();
        assertThat(ratio(RelativeMetric.ACK_P99).orElseThrow().median()).isEqualTo(1.25);
        rows.forEach(row -> set(row, "benchmark", "MaxRate"));
        assertThat(ratio(RelativeMetric.ACK_P99)).isEmpty();
    }

    @Test
    void a_value_that_is_not_known_makes_no_ratio() {
        maxRate("1", 1, 100);
        set(maxRate("all", 1, 50), "broker_cpu_us_per_record", "");

        assertThat(ratio(RelativeMetric.BROKER_CPU)).isEmpty();
        assertThat(ratio(RelativeMetric.RATE)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "samples-of-schema-1",
                "samples-of-schema-2",
                "samples-of-schema-3",
                "samples-without-brokers-down",
                "samples-to-summarise"
            })
    void samples_of_every_schema_have_ratios(String fixture) {
        CsvRows.cells(Golden.file("results/golden/" + fixture + ".csv")).stream()
                .filter(row -> row.get("benchmark").equals("MaxRate"))
                .map(LinkedHashMap::new)
                .sorted(Comparator.comparing(row -> row.get("acks")))
                .forEach(rows::add);
        rows.stream().filter(row -> row.get("acks").equals("0")).forEach(row -> set(row, "acks", "1"));

        assertThat(rows.get(rows.size() - 1)).containsEntry("acks", "all");
        for (RelativeMetric metric :
                List.of(RelativeMetric.RATE, RelativeMetric.CLIENT_CPU, RelativeMetric.BROKER_CPU)) {
            assertThat(ratio(metric)).isPresent();
        }
    }

    /** Returns the ratio of the last row's scenario. */
    private Optional<PairedRatio> ratio(RelativeMetric metric) {
        List<ResultRow> samples = CsvRows.of(rows);
        return Acks1Ratios.of(samples).of(samples.get(samples.size() - 1), metric);
    }

    private Map<String, String> maxRate(String acks, int block, double recordsPerSecond) {
        Map<String, String> row = new LinkedHashMap<>(ROW);
        rows.add(row);
        set(row, "acks", acks);
        set(row, "enable.idempotence", "false");
        set(row, "block", Integer.toString(block));
        return set(row, "records_per_s", Double.toString(recordsPerSecond));
    }

    private static Map<String, String> set(Map<String, String> row, String column, String cell) {
        assertThat(row).containsKey(column);
        row.put(column, cell);
        return row;
    }
}
