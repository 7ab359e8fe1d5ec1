package io.producerbench.report.docs;

import io.producerbench.guarantee.Mode;
import io.producerbench.latency.Latency;
import io.producerbench.report.ModeOfRow;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.text.Figures;
import io.producerbench.text.Table;
import java.util.List;

/** When the records of each mode were acknowledged and seen, and how many were at risk. */
final class VisibleTable {
    private VisibleTable() {}

    /** @param summary rows of any benchmarks; those whose records were read are shown */
    static String of(List<ResultRow> summary) {
        Table table = Table.of(
                "mode",
                "bytes:",
                "acknowledged p50 / p99 ms:",
                "seen p50 / p99 ms:",
                "seen committed p50 / p99 ms:",
                "exposure p50 / p99 ms:",
                "records at risk:");
        for (Mode mode : Mode.values()) {
            summary.stream()
                    .filter(row -> row.text(ScenarioKeys.BENCHMARK).equals(ScenarioKeys.VISIBLE))
                    .filter(row -> ModeOfRow.of(row) == mode)
                    .forEach(row -> table.add(
                            mode.label(),
                            row.text(ScenarioKeys.RECORD_SIZE),
                            pair(row, Latency.ACK),
                            pair(row, Latency.VISIBLE_UNCOMMITTED),
                            pair(row, Latency.VISIBLE_COMMITTED),
                            pair(row, Latency.EXPOSURE),
                            DocCells.number(row, SampleKeys.AT_RISK_RECORDS.median(), Figures::fine)));
        }
        return table.markdown();
    }

    private static String pair(ResultRow row, Latency latency) {
        return Figures.pair(
                row.amount(SampleKeys.latency(latency, "p50").median()),
                row.amount(SampleKeys.latency(latency, "p99").median()),
                Figures::millis);
    }
}
