package io.producerbench.calibration.discrimination;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.results.CsvRows;
import io.producerbench.stats.Looks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiscriminationTableTest {
    private final Random random = new Random(11);
    private final List<Map<String, String>> rows = new ArrayList<>();
    private double drift;
    /** Of all rows; empty until they are asked for, which is after the last one was added. */
    private List<DiscriminationLine> lines = List.of();

    @Test
    void a_quiet_machine_finds_what_is_planted_and_nothing_else() {
        add(300, 0, 0, 0.003);
        add(60, 0.05, 0.05, 0.003);
        add(60, 0.02, 0.02, 0.003);

        assertThat(line("false alarms", "paired, margin 1 %")).isEqualTo("0 of 300 PASS");
        assertThat(line("5 % found", "paired, margin 1 %")).isEqualTo("60 of 60 PASS");
        assertThat(line("2 % found", "paired, margin 1 %")).isEqualTo("60 of 60 PASS");
        assertThat(line("sign wrong", "paired, margin 1 %")).isEqualTo("0 of 120 PASS");
        assertThat(line("same verdict as at 30", "paired, margin 1 %")).isEqualTo("420 of 420 PASS");
        assertThat(line("blocks saved", "paired, margin 1 %")).endsWith("PASS");
        assertThat(line("blocks saved", "paired, margin 2 %"))
                .as("20 of 30 of each but those with 2 %, which are as large as the margin")
                .isEqualTo("7200 of 12600 PASS");
        assertThat(line("2 % found", "paired, margin 2 %"))
                .as("as large as the margin")
                .startsWith("0 of 60");
    }

    @Test
    void a_noisy_machine_misses_small_slowdowns_and_says_so() {
        add(300, 0, 0, 0.05);
        add(60, 0.02, 0.02, 0.05);

        assertThat(line("2 % found", "paired, margin 1 %")).endsWith("MISS");
        assertThat(line("blocks saved", "paired, margin 1 %")).endsWith("MISS");
    }

    @Test
    void a_slowdown_that_was_planted_with_the_wrong_sign_is_noticed() {
        add(10, 0.05, -0.05, 0.003);

        assertThat(line("sign wrong", "paired, margin 1 %")).isEqualTo("10 of 10 MISS");
        assertThat(line("5 % found", "paired, margin 1 %")).startsWith("0 of 10");
    }

    @Test
    void drift_alarms_the_rules_that_know_no_pairs_when_one_arm_follows_the_other() {
        drift = 0.002;
        add(40, 0, 0, 0.003);

        assertThat(line("false alarms", "paired, margin 1 %")).startsWith("0 of 40");
        assertThat(line("false alarms", "JMH intervals apart, in sequence")).startsWith("40 of 40");
        assertThat(line("false alarms", "pooled t-test, 1 %, in sequence")).startsWith("40 of 40");
        assertThat(line("false alarms", "pooled t-test, 1 %")).startsWith("0 of 40");
    }

    @Test
    void the_size_of_what_was_planted_stands_beside_it() {
        add(5, 0.05, 0.048, 0.0001);

        assertThat(lines().stream().filter(line -> line.question().equals("5 % found")))
                .anySatisfy(line -> assertThat(line.note()).isEqualTo("planted 4.92 %"));
    }

    private String line(String question, String rule) {
        return lines().stream()
                .filter(line -> line.question().equals(question)
                        && line.rule().equals(rule)
                        && line.statistic().equals("cpu_ns_per_record"))
                .map(line -> line.count() + " of " + line.all() + (line.mark().isEmpty() ? "" : " " + line.mark()))
                .findFirst()
                .orElseThrow();
    }

    private List<DiscriminationLine> lines() {
        if (lines.isEmpty()) {
            lines = DiscriminationTable.of(CsvRows.of(rows), Looks.USUAL);
        }
        return lines;
    }

    private void add(int comparisons, double planted, double logRatio, double spread) {
        for (int i = 0; i < comparisons; i++) {
            int number = rows.size() + 1;
            for (int block = 1; block <= 30; block++) {
                rows.add(block(number, planted, block * drift, logRatio, spread));
            }
        }
    }

    private Map<String, String> block(int number, double planted, double level, double logRatio, double spread) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("comparison", Integer.toString(number));
        row.put("planted", Double.toString(planted));
        double ratio = logRatio + spread * random.nextGaussian();
        put(row, "base_cpu_ns_per_record", level);
        put(row, "new_cpu_ns_per_record", level + ratio);
        row.put("log_ratio_cpu_ns_per_record", String.format(Locale.ROOT, "%.6f", ratio));
        row.put("log_ratio_records_per_s", String.format(Locale.ROOT, "%.6f", -ratio));
        return row;
    }

    private static void put(Map<String, String> row, String column, double log) {
        row.put(column, String.format(Locale.ROOT, "%.4f", 1000 * Math.exp(log)));
    }
}
