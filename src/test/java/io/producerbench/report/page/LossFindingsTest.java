package io.producerbench.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.report.LagLoss;
import io.producerbench.results.CsvRows;
import io.producerbench.results.ResultRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LossFindingsTest {
    private final ResultRow summary = CsvRows.of(
                    List.of(Map.of("first_count_median", "6", "first_count_min", "0", "first_count_max", "482")))
            .get(0);

    @Test
    void a_row_has_what_was_lost_beside_what_was_predicted() {
        Grid grid = LossFindings.grid(List.of(new LagLoss(summary, Optional.empty(), 10, 32.8, 9, 10)));

        assertThat(grid.rows())
                .singleElement()
                .extracting(Grid.GridRow::cells)
                .isEqualTo(List.of("10", "6 (0 to 482)", "33", "9 of 10"));
    }

    @Test
    void without_trials_there_is_no_row() {
        assertThat(LossFindings.grid(List.of()).rows()).isEmpty();
    }
}
