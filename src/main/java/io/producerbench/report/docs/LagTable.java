package io.producerbench.report.docs;

import io.producerbench.guarantee.Mode;
import io.producerbench.report.ModeOfRow;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SummaryKeys;
import io.producerbench.results.TrialKeys;
import io.producerbench.text.Figures;
import io.producerbench.text.Table;
import java.util.List;

/** How many records a killed leader takes along, by how late its followers were. */
final class LagTable {
    private static final String EXPERIMENT = "C5d";

    private LagTable() {}

    static String of(List<ResultRow> trials) {
        Table table = Table.of(
                "ms late:",
                "trials that lost something:",
                "records lost, median (least to most):",
                "acks=all under the same fault:");
        List<ResultRow> late = trials.stream()
                .filter(row -> row.text(TrialKeys.EXPERIMENT).equals(EXPERIMENT))
                .toList();
        late.stream()
                .filter(row -> ModeOfRow.named(row, TrialKeys.MODE) == Mode.ACKS_1)
                .forEach(row -> table.add(
                        row.text(TrialKeys.VARIANT).split(" ", 2)[0],
                        Faults.lost(row),
                        DocCells.number(row, SummaryKeys.FIRST_COUNT.median(), Figures::half) + " ("
                                + row.text(SummaryKeys.FIRST_COUNT.min()) + " to "
                                + row.text(SummaryKeys.FIRST_COUNT.max()) + ")",
                        late.stream()
                                .filter(other -> other.text(TrialKeys.VARIANT).equals(row.text(TrialKeys.VARIANT)))
                                .filter(other -> ModeOfRow.named(other, TrialKeys.MODE) == Mode.ACKS_ALL)
                                .map(Faults::lost)
                                .findFirst()
                                .orElse("")));
        return table.markdown();
    }
}
