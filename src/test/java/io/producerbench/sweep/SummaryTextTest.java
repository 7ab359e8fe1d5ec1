package io.producerbench.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.Golden;
import io.producerbench.results.CsvRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTextTest {
    /**
     * A pair of MaxRate and FixedRate, a MaxRate without acknowledgements, and a FixedRate with
     * transactions.
     */
    private static final List<Map<String, String>> SUMMARY = CsvRows.cells(Golden.file("results/golden/summary.csv"));

    private static final Path RECORDED = Path.of("results/20261123T175054Z-0dbaf3b");

    @Test
    void a_summary_reads_like_this() throws IOException {
        Golden.assertSame("cli/golden/summary.txt", text(SUMMARY));
    }

    @Test
    void a_recorded_sweep_ends_like_this() throws IOException {
        Golden.assertSame("cli/golden/recorded-summary.txt", SummaryText.of(RECORDED) + "\n");
    }

    @Test
    void no_line_is_longer_than_80_characters() {
        Golden.assertFitsTerminal(SummaryText.of(RECORDED));
        Golden.assertFitsTerminal(text(SUMMARY));
    }

    @Test
    void a_fixed_rate_alone_has_latency_and_no_rate() {
        List<Map<String, String>> fixedOnly = SUMMARY.stream()
                .filter(row -> row.get("benchmark").equals("FixedRate"))
                .toList();

        assertThat(text(fixedOnly).lines().filter(line -> line.matches("(acks=|idem|trans).*")))
                .hasSameSizeAs(fixedOnly)
                .allSatisfy(line -> assertThat(line).contains(" - "));
    }

    @Test
    void every_fixed_rate_of_a_setting_is_shown() {
        Map<String, String> fixed = SUMMARY.stream()
                .filter(row -> row.get("benchmark").equals("FixedRate"))
                .findFirst()
                .orElseThrow();
        Map<String, String> faster = new LinkedHashMap<>(fixed);
        faster.put("target_rate", "4000");
        faster.put("ack_pooled_p50_us", "77700.0");
        List<Map<String, String>> both =
                Stream.concat(SUMMARY.stream(), Stream.of(faster)).toList();

        assertThat(text(both)).contains("77.7");
    }

    @Test
    void idempotence_without_transactions_is_a_mode_of_its_own() {
        Map<String, String> row = new LinkedHashMap<>(SUMMARY.get(0));
        row.putAll(Map.of("acks", "all", "enable.idempotence", "true", "transactional", "false"));

        assertThat(text(List.of(row)).lines().skip(1).findFirst().orElseThrow()).startsWith("idempotent ");
    }

    @Test
    void a_run_without_a_summary_was_stopped(@TempDir Path run) {
        assertThat(SummaryText.of(run)).isEqualTo("the run was stopped before its end");
    }

    private static String text(List<Map<String, String>> rows) {
        return SummaryText.of(CsvRows.of(rows));
    }
}
