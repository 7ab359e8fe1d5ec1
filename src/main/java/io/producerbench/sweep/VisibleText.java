package io.producerbench.sweep;

import io.producerbench.latency.Latency;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RowMode;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.SummaryKeys;
import io.producerbench.text.Figures;
import io.producerbench.text.Table;
import java.util.ArrayList;
import java.util.List;

/** The rows of {@code summary.csv} whose records were read, as a table for the terminal. Pure. */
final class VisibleText {
    /** Fits 80 characters, with records of at most 99,999 bytes. */
    private static final String FORMAT = "%-13s %3s %5s %6s %6s %6s %6s %6s %6s %7s %s";

    private static final List<String> TITLES =
            List.of("mode", "isr", "bytes", "see50", "see99", "com50", "com99", "exp50", "exp99", "at risk", "OK of");

    private static final String LEGEND = """
            see50, see99: p50 and p99 from due to seen with read_uncommitted, ms; com: the
            same with read_committed; exp: from acknowledged to seen, which with acks=all is
            what the consumer itself takes; at risk: records acknowledged and not yet seen
            """;

    private VisibleText() {}

    /** Returns true if the row belongs in this table. */
    static boolean isOf(ResultRow row) {
        return row.text(ScenarioKeys.BENCHMARK).equals(ScenarioKeys.VISIBLE);
    }

    /** @param rows at least one */
    static String of(List<ResultRow> rows) {
        Table table = Table.of(TITLES);
        List<List<String>> notes = new ArrayList<>();
        for (ResultRow row : rows) {
            notes.add(SummaryNotes.varied(row, rows));
            table.add(
                    RowMode.of(row).orElseThrow().label(),
                    row.text(ScenarioKeys.MIN_INSYNC_REPLICAS),
                    row.text(ScenarioKeys.RECORD_SIZE),
                    millis(row, Latency.VISIBLE_UNCOMMITTED, "p50"),
                    millis(row, Latency.VISIBLE_UNCOMMITTED, "p99"),
                    millis(row, Latency.VISIBLE_COMMITTED, "p50"),
                    millis(row, Latency.VISIBLE_COMMITTED, "p99"),
                    millis(row, Latency.EXPOSURE, "p50"),
                    millis(row, Latency.EXPOSURE, "p99"),
                    Figures.text(row.amount(SampleKeys.AT_RISK_RECORDS.median()), Figures::fine),
                    row.text(SummaryKeys.VALID) + "/" + row.text(SummaryKeys.BLOCKS));
        }
        return table.formatted(FORMAT, notes) + LEGEND;
    }

    private static String millis(ResultRow row, Latency latency, String percentile) {
        ColumnKey median = SampleKeys.latency(latency, percentile).median();
        return Figures.text(row.amount(median), Figures::millis);
    }
}
