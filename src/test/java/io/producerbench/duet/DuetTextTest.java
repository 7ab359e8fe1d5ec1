package io.producerbench.duet;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.Golden;
import io.producerbench.results.CsvTable;
import io.producerbench.stats.Looks;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DuetTextTest {
    @Test
    void the_table_of_a_recorded_duet_is_as_it_was() throws IOException {
        DuetSummary summary = DuetSummary.of(CsvTable.read(Golden.file("cli/golden/recorded-duet.csv")), Looks.USUAL);

        String text = DuetText.of(summary, "linger.ms=5", "linger.ms=0", Looks.USUAL, Against.BROKERS);

        Golden.assertSame("cli/golden/duet.txt", text);
        Golden.assertFitsTerminal(text);
    }

    @Test
    void the_text_of_a_duet_on_a_stub_says_so() throws IOException {
        DuetSummary summary = DuetSummary.of(CsvTable.read(Golden.file("cli/golden/recorded-duet.csv")), Looks.USUAL);

        String text = DuetText.of(summary, "linger.ms=5", "linger.ms=0", Looks.USUAL, Against.STUB);

        assertThat(text).contains("against a stub broker that answers at once");
        Golden.assertFitsTerminal(text);
    }
}
