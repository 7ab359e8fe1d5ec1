package io.producerbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.ResultsReadme;
import io.producerbench.report.cost.CostAndGuarantee;
import io.producerbench.report.cost.CostAndGuaranteeColumns;
import io.producerbench.results.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportReadmeTest {
    private static final String TABLE = "## cost-and-guarantee.csv";

    @Test
    void every_column_of_the_table_is_documented_in_order_and_nothing_else() throws IOException {
        List<String> columns = new ArrayList<>(
                CostAndGuaranteeColumns.of(CostAndGuarantee.of(new Source("sweep", Rows.SWEEP), Optional.empty()))
                        .stream()
                        .map(Column::name)
                        .toList());
        Arrays.stream(AnomalyColumn.values()).map(harm -> "C5_" + harm.column()).forEach(columns::add);
        columns.add("C5_mark");

        assertThat(ResultsReadme.names(TABLE)).containsExactlyElementsOf(columns);
    }

    @Test
    void every_row_says_when_its_cell_is_empty() throws IOException {
        assertThat(ResultsReadme.rows(TABLE))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row)
                        .matches(row.startsWith("| `C5_") ? "\\|( [^|]*[^| ] \\|){3}" : ResultsReadme.WHOLE_ROW));
    }
}
