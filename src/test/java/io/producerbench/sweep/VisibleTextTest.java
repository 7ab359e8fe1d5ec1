package io.producerbench.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.Golden;
import io.producerbench.results.CsvRows;
import io.producerbench.results.SeenRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VisibleTextTest {
    private static final List<Map<String, String>> SUMMARY = CsvRows.cells(Golden.file("results/golden/summary.csv"));

    /** A row of acks=1 whose records were read. */
    private static final Map<String, String> READ = read();

    private static Map<String, String> read() {
        Map<String, String> row = SeenRow.of(SUMMARY.get(0));
        row.put("exposure_p99_us_median", "");
        return row;
    }

    @Test
    void a_row_whose_records_were_read_says_when_they_were_seen_and_how_many_are_at_risk() {
        String text = SummaryText.of(CsvRows.of(List.of(READ)));
        String visible = VisibleText.of(CsvRows.of(List.of(READ)));

        assertThat(text).isEmpty();
        assertThat(visible.lines().skip(1).findFirst().orElseThrow())
                .matches("acks=1 +1 +100 +5\\.1 +9\\.2 +5\\.3 +10\\.1 +1\\.2 +– +2\\.40 \\d/\\d");
        assertThat(visible.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void settings_that_vary_are_named_below_their_row() {
        Map<String, String> wider = SeenRow.of(SUMMARY.get(0));
        wider.put("partitions", "12");

        assertThat(VisibleText.of(CsvRows.of(List.of(READ, wider))).lines())
                .contains("  partitions=6", "  partitions=12");
        assertThat(VisibleText.of(CsvRows.of(List.of(READ, READ)))).doesNotContain("partitions");
    }

    @Test
    void it_is_no_partner_of_a_row_at_the_same_setting() {
        List<Map<String, String>> both =
                Stream.concat(Stream.of(READ), SUMMARY.stream()).toList();

        assertThat(SummaryText.of(CsvRows.of(both))).isEqualTo(SummaryText.of(CsvRows.of(SUMMARY)));
    }
}
