package io.producerbench.report;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.results.ResultFile;
import io.producerbench.results.ResultFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuaranteeCellTest {
    private static final Path SUMMARY = Path.of("results/20261126T175403Z-679da71/guarantees-summary.csv");

    @TempDir
    Path directory;

    @Test
    void more_trials_with_a_loss_than_valid_ones_are_refused_with_line_and_column() throws IOException {
        String whole = Files.readString(SUMMARY);
        // The first row's acknowledged, lost, lost_trials and lost_median.
        String damaged = whole.replaceFirst("25\\.89 %\",1000,0,0,,", "25.89 %\",1000,0,77,,");
        Path file = Files.writeString(directory.resolve("guarantees-summary.csv"), damaged);

        assertThatThrownBy(() -> GuaranteeCell.of(ResultFile.read(file)))
                .isInstanceOf(ResultFileException.class)
                .hasMessageContaining(file + ": line 2, column lost_trials: expected at most the ")
                .hasMessageContaining(" valid trials, got '77'");
    }
}
