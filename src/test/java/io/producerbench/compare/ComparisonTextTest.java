package io.producerbench.compare;

import static io.producerbench.compare.TwoRuns.around;
import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTextTest {
    @TempDir
    Path directory;

    @Test
    void the_table_is_as_it_was() throws IOException {
        Golden.assertSame("report/golden/comparison.txt", text(TwoRuns.base(), TwoRuns.next()));
        Golden.assertFitsTerminal(text(TwoRuns.base(), TwoRuns.next()));
    }

    @Test
    void an_untrusted_comparison_says_so_before_any_number() {
        SamplesCsv base = SamplesCsv.ofRun(TwoRuns.BASE);
        for (int replicas = 1; replicas <= 3; replicas++) {
            base.with("min.insync.replicas", "" + replicas).maxRate("all", around(100 + 10 * replicas));
        }

        String text = text(base, SamplesCsv.ofRun(TwoRuns.NEXT).maxRate("all", around(50)));

        assertThat(text)
                .containsSubsequence("UNTRUSTED: nothing is judged", "records_per_s at MaxRate")
                .contains("inconclusive", "controls: 3 of 3 comparisons of equal things")
                .doesNotContain("slower;");
    }

    @Test
    void what_a_terminal_would_obey_is_not_printed() {
        String evil = "\u001b[2J\u0007x";

        String text = text(
                SamplesCsv.ofRun(TwoRuns.BASE).with("cpu_model", evil).maxRate("1", around(9)),
                SamplesCsv.ofRun(TwoRuns.NEXT).with("cpu_model", evil).maxRate("1", around(9)));

        assertThat(text).contains("?[2J?x").doesNotContain("\u001b", "\u0007");
    }

    private String text(SamplesCsv base, SamplesCsv next) {
        return ComparisonText.of(RunComparison.of(
                base.samples(directory.resolve(TwoRuns.BASE)),
                next.samples(directory.resolve(TwoRuns.NEXT)),
                Set.of()));
    }
}
