package io.producerbench.report.docs;

import io.producerbench.latency.Latency;
import io.producerbench.report.ModeOfRow;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.text.Figures;
import io.producerbench.text.Table;
import java.util.Comparator;
import java.util.List;

/** When a record is acknowledged and when consumers see it, and how many records are at risk meanwhile. */
final class VisibleTable {
    private VisibleTable() {}

    /** @param summary the rows of a sweep of the benchmark {@code Visible} */
    static String of(List<ResultRow> summary) {
        Table table = Table.of(
                "mode",
                "min. insync. replicas:",
                "due to acknowledged p50 / p99 ms:",
                "due to seen, read_uncommitted:",
                "due to seen, read_committed:",
                "exposure p50 / p99 ms:",
                "records at risk:");
        summary.stream()
                .filter(row -> row.text(ScenarioKeys.BENCHMARK).equals(ScenarioKeys.VISIBLE))
                .sorted(Comparator.<ResultRow, Integer>comparing(
                                row -> ModeOfRow.of(row).ordinal())
                        .thenComparing(row -> row.requireInt(ScenarioKeys.MIN_INSYNC_REPLICAS)))
                .forEach(row -> table.add(
                        ModeOfRow.of(row).label(),
                        DocCells.minimum(row),
                        pair(row, Latency.ACK),
                        pair(row, Latency.VISIBLE_UNCOMMITTED),
                        pair(row, Latency.VISIBLE_COMMITTED),
                        pair(row, Latency.EXPOSURE),
                        DocCells.number(row, SampleKeys.AT_RISK_RECORDS.median(), Figures::fine)));
        return table.markdown();
    }

    static String pair(ResultRow row, Latency latency) {
        ColumnKey half = SampleKeys.latency(latency, "p50").median();
        ColumnKey most = SampleKeys.latency(latency, "p99").median();
        return Figures.pair(row.amount(half), row.amount(most), Figures::millis);
    }
}
