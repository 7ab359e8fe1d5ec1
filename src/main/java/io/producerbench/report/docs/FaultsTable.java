package io.producerbench.report.docs;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.guarantee.Mode;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleKeys;
import io.producerbench.text.Figures;
import io.producerbench.text.Table;
import java.util.List;
import java.util.Optional;

/** What became of records under the three main faults, for each mode and minimum. */
final class FaultsTable {
    private static final List<Integer> MINIMA = List.of(1, 2, 3);

    private FaultsTable() {}

    static String of(Faults faults) {
        Table table = Table.of(
                "mode",
                "min. insync. replicas:",
                "lost: leader killed:",
                "stored twice: answer lost:",
                "out of order: requests lost:",
                "no acknowledgement for, ms:");
        for (Mode mode : Mode.values()) {
            for (int minimum : MINIMA) {
                Optional<ResultRow> killed = faults.row(Faults.LEADER_KILLED, mode, minimum);
                if (killed.isPresent()) {
                    table.add(
                            mode.label(),
                            Integer.toString(minimum),
                            cell(faults, Faults.LEADER_KILLED, mode, minimum, Anomaly.LOST),
                            cell(faults, Faults.ANSWER_LOST, mode, minimum, Anomaly.DUPLICATED),
                            cell(faults, Faults.REQUESTS_LOST, mode, minimum, Anomaly.REORDERED),
                            DocCells.number(killed.get(), SampleKeys.UNAVAILABLE_MS.median(), Figures::whole));
                }
            }
        }
        return table.markdown();
    }

    private static String cell(Faults faults, String experiment, Mode mode, int minimum, Anomaly anomaly) {
        return faults.rate(experiment, mode, minimum, anomaly)
                .map(DocCells::trials)
                .orElse("");
    }
}
