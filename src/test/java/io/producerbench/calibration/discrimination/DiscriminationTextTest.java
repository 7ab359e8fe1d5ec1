package io.producerbench.calibration.discrimination;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.Golden;
import io.producerbench.ResultsReadme;
import io.producerbench.cli.DiscriminationProof;
import io.producerbench.results.Column;
import io.producerbench.results.RunIdentity;
import io.producerbench.stats.Looks;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiscriminationTextTest {
    private static final RunIdentity RUN = new RunIdentity(
            "20261123T164311Z-a31fb7a",
            "a31fb7a0123456789abcdef0123456789abcdef0",
            false,
            "stub",
            "",
            "4.3.1",
            "17.0.9",
            "Some CPU, 2.20GHz",
            2,
            false,
            42);
    private static final List<DiscriminationLine> LINES = List.of(
            line("false alarms", 1, 473, "", "at most 1 %", "PASS"),
            line("5 % found", 91, 93, "planted 5.03 %", "at least 95 %", "MISS"),
            line("2 % found", 3, 4, "planted 1.98 %", "at least 80 %", ""),
            line("sign wrong", 0, 0, "", "", ""));

    @Test
    void the_table_is_as_it_was() throws IOException {
        Golden.assertSame("cli/golden/discrimination.txt", DiscriminationText.of(LINES, Looks.USUAL));
        Golden.assertFitsTerminal(DiscriminationText.of(LINES, Looks.USUAL));
    }

    @Test
    void the_file_is_as_it_was() throws IOException {
        Golden.assertSame(
                "cli/golden/discrimination.csv",
                DiscriminationText.csv(RUN, Instant.parse("2026-11-23T16:44:00.123Z"), LINES));
    }

    @Test
    void every_column_is_documented_in_order_and_nothing_else() throws IOException {
        assertThat(ResultsReadme.names("## discrimination.csv"))
                .containsExactlyElementsOf(
                        DiscriminationText.COLUMNS.stream().map(Column::name).toList());
        assertThat(ResultsReadme.rows("## discrimination.csv"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).matches(ResultsReadme.WHOLE_ROW));
    }

    @Test
    void there_are_as_many_planted_comparisons_for_each_equal_one_as_the_proof_of_all_rates_has() {
        assertThat(DiscriminationProof.planted(473)).isEqualTo(Map.of(0.0, 473, 0.05, 93, 0.02, 93));
        assertThat(DiscriminationProof.planted(1)).isEqualTo(Map.of(0.0, 1, 0.05, 1, 0.02, 1));
    }

    private static DiscriminationLine line(
            String question, int count, int all, String note, String target, String mark) {
        return new DiscriminationLine(
                question, "paired, margin 1 %", "cpu_ns_per_record", count, all, note, target, mark);
    }
}
