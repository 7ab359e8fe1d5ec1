package io.producerbench.report.docs;

import io.producerbench.guarantee.Mode;
import io.producerbench.latency.Latency;
import io.producerbench.report.ModeOfRow;
import io.producerbench.results.ResultRow;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.text.Figures;
import io.producerbench.text.Table;
import java.util.Comparator;
import java.util.List;

/** How long consumers wait for transactions: by how these end, and for how long another's is open. */
final class WaitTable {
    private WaitTable() {}

    /** @param summary the rows of a sweep of the benchmark {@code Visible} */
    static String of(List<ResultRow> summary) {
        Table table = Table.of(
                "mode",
                "a transaction ends after",
                "another's is open for:",
                "due to acknowledged p50 / p99 ms:",
                "due to seen, read_uncommitted:",
                "due to seen, read_committed:");
        summary.stream()
                .filter(row -> row.text(ScenarioKeys.BENCHMARK).equals(ScenarioKeys.VISIBLE))
                .sorted(Comparator.<ResultRow, Mode>comparing(ModeOfRow::of)
                        .thenComparing(row -> row.requireCount(ScenarioKeys.TRANSACTION_MS))
                        .thenComparing(row -> row.requireCount(ScenarioKeys.OPEN_TRANSACTION_MS)))
                .forEach(row -> table.add(
                        ModeOfRow.of(row).label(),
                        end(row),
                        Figures.whole(row.requireCount(ScenarioKeys.OPEN_TRANSACTION_MS)) + " ms",
                        VisibleTable.pair(row, Latency.ACK),
                        VisibleTable.pair(row, Latency.VISIBLE_UNCOMMITTED),
                        VisibleTable.pair(row, Latency.VISIBLE_COMMITTED)));
        return table.markdown();
    }

    private static String end(ResultRow row) {
        if (ModeOfRow.of(row) != Mode.TRANSACTIONAL) {
            return "–";
        }
        long millis = row.requireCount(ScenarioKeys.TRANSACTION_MS);
        return millis > 0
                ? Figures.whole(millis) + " ms"
                : Figures.whole(row.requireCount(ScenarioKeys.RECORDS_PER_TRANSACTION)) + " records";
    }
}
