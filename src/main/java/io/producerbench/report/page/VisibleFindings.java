package io.producerbench.report.page;

import io.producerbench.latency.Latency;
import io.producerbench.report.VariedSettings;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RowMode;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.text.Figures;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** When consumers saw the records of a sweep: a sentence and a row for each setting. Pure. */
final class VisibleFindings {
    static final String TITLE = "When consumers saw the records";

    private static final int USUAL_MINIMUM = 2;
    private static final Set<ColumnKey> COLUMNS =
            Set.of(ScenarioKeys.ACKS, ScenarioKeys.MIN_INSYNC_REPLICAS, ScenarioKeys.RECORD_SIZE);

    private VisibleFindings() {}

    /**
     * Returns the rows whose records were read.
     *
     * @param summary the rows of {@code summary.csv}
     */
    static List<ResultRow> rows(List<ResultRow> summary) {
        return summary.stream()
                .filter(row -> row.text(ScenarioKeys.BENCHMARK).equals(ScenarioKeys.VISIBLE))
                .toList();
    }

    /**
     * Returns a sentence for each mode, of its largest records, its minimum nearest to 2 and the first of
     * its other settings, which it names.
     *
     * @param rows whose records were read
     */
    static List<String> advice(List<ResultRow> rows) {
        return rows.stream()
                .sorted(Comparator.<ResultRow>comparingLong(row -> -row.requireCount(ScenarioKeys.RECORD_SIZE))
                        .thenComparing(
                                row -> Math.abs(row.requireInt(ScenarioKeys.MIN_INSYNC_REPLICAS) - USUAL_MINIMUM)))
                .collect(
                        Collectors.toMap(VisibleFindings::mode, row -> row, (first, next) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .map(row -> setting(row) + named(varied(row, rows)) + ": a consumer sees half of the records within "
                        + millis(row, Latency.VISIBLE_UNCOMMITTED, "p50") + " ms of when they were due, 99 % within "
                        + millis(row, Latency.VISIBLE_UNCOMMITTED, "p99") + " ms"
                        + (atRisk(row).isEmpty()
                                ? "."
                                : "; " + Figures.text(atRisk(row), Figures::fine)
                                        + " records are acknowledged and not yet seen, on average."))
                .toList();
    }

    private static String setting(ResultRow row) {
        return mode(row) + ", min.insync.replicas=" + row.text(ScenarioKeys.MIN_INSYNC_REPLICAS) + ", "
                + Figures.whole(row.requireCount(ScenarioKeys.RECORD_SIZE)) + " bytes at "
                + Figures.whole(row.requireCount(ScenarioKeys.TARGET_RATE)) + " records/s";
    }

    private static String named(String varied) {
        return varied.isEmpty() ? "" : ", " + varied;
    }

    private static String mode(ResultRow row) {
        return RowMode.of(row).orElseThrow().label();
    }

    private static OptionalDouble atRisk(ResultRow row) {
        return row.amount(SampleKeys.AT_RISK_RECORDS.median());
    }

    /** @param rows whose records were read */
    static Grid grid(List<ResultRow> rows) {
        return Grid.of(
                List.of(
                        "mode",
                        "min.insync. replicas",
                        "bytes",
                        "seen p50 / p99 ms",
                        "committed p50 / p99 ms",
                        "exposure p50 / p99 ms",
                        "records at risk"),
                rows.stream()
                        .map(row -> new Grid.GridRow(
                                "",
                                List.of(
                                        (mode(row) + " " + varied(row, rows)).strip(),
                                        row.text(ScenarioKeys.MIN_INSYNC_REPLICAS),
                                        row.text(ScenarioKeys.RECORD_SIZE),
                                        pair(row, Latency.VISIBLE_UNCOMMITTED),
                                        pair(row, Latency.VISIBLE_COMMITTED),
                                        pair(row, Latency.EXPOSURE),
                                        atRisk(row).isEmpty()
                                                ? ""
                                                : Figures.fine(atRisk(row).getAsDouble()))))
                        .toList());
    }

    /** Returns the settings in which a row differs from others of its mode, but for those with a column. */
    private static String varied(ResultRow row, List<ResultRow> rows) {
        return VariedSettings.of(
                row,
                rows.stream().filter(other -> mode(other).equals(mode(row))).toList(),
                COLUMNS);
    }

    private static String pair(ResultRow row, Latency latency) {
        return Figures.pair(amount(row, latency, "p50"), amount(row, latency, "p99"), Figures::millis);
    }

    private static String millis(ResultRow row, Latency latency, String percentile) {
        return Figures.text(amount(row, latency, percentile), Figures::millis);
    }

    private static OptionalDouble amount(ResultRow row, Latency latency, String percentile) {
        return row.amount(SampleKeys.latency(latency, percentile).median());
    }
}
