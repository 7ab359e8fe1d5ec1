package io.producerbench.report.picture;

import io.producerbench.guarantee.Mode;
import io.producerbench.report.ModeOfRow;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.SettingColumn;
import io.producerbench.results.SummaryKeys;
import io.producerbench.results.sample.Status;
import io.producerbench.stats.Interval;
import io.producerbench.stats.PairedRatio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One scenario of a sweep.
 *
 * @param summary its row in {@code summary.csv}
 * @param samples its valid rows in {@code samples.csv}
 */
record SweepCell(ResultRow summary, List<ResultRow> samples) {
    static final String MAX_RATE = "MaxRate";
    static final String FIXED_RATE = "FixedRate";
    static final String REFUSAL = "Refusal";

    /** Joins the rows of a sweep's two files. */
    static List<SweepCell> of(List<ResultRow> summary, List<ResultRow> samples) {
        Map<List<String>, List<ResultRow>> valid = new LinkedHashMap<>();
        samples.stream()
                .filter(row -> row.text(SampleKeys.STATUS).equals(Status.OK.name()))
                .forEach(row -> valid.computeIfAbsent(key(row), unused -> new ArrayList<>())
                        .add(row));
        return summary.stream()
                .map(row -> new SweepCell(row, valid.getOrDefault(key(row), List.of())))
                .toList();
    }

    private static List<String> key(ResultRow row) {
        return SettingColumn.keys().stream().map(row::textIfAny).toList();
    }

    Mode mode() {
        return ModeOfRow.of(summary);
    }

    boolean is(String benchmark) {
        return summary.text(ScenarioKeys.BENCHMARK).equals(benchmark);
    }

    /** Returns the number of blocks whose sample counts. */
    long valid() {
        return summary.requireCount(SummaryKeys.VALID);
    }

    /** Returns how many brokers were down; 0 in files older than that column. */
    int brokersDown() {
        return summary.textIfAny(ScenarioKeys.BROKERS_DOWN).isEmpty()
                ? 0
                : summary.requireInt(ScenarioKeys.BROKERS_DOWN);
    }

    int minInsyncReplicas() {
        return summary.requireInt(ScenarioKeys.MIN_INSYNC_REPLICAS);
    }

    int recordSize() {
        return summary.requireInt(ScenarioKeys.RECORD_SIZE);
    }

    /** Returns the median over the blocks. */
    OptionalDouble median(ColumnKey column) {
        return summary.has(column.median()) ? summary.number(column.median()) : OptionalDouble.empty();
    }

    /** Returns its interval; empty if there are too few blocks for one. */
    Optional<Interval> interval(ColumnKey column) {
        if (!summary.has(column.low())) {
            return Optional.empty();
        }
        OptionalDouble low = summary.number(column.low());
        OptionalDouble high = summary.number(column.high());
        return low.isPresent() && high.isPresent()
                ? Optional.of(new Interval(low.getAsDouble(), high.getAsDouble()))
                : Optional.empty();
    }

    /**
     * Returns a column of another cell divided by this one's, by the blocks that have both; empty if
     * none has.
     */
    Optional<PairedRatio> ratio(ColumnKey column, SweepCell other) {
        Map<Long, Double> bases = byBlock(column);
        bases.values().removeIf(base -> base <= 0);
        return PairedRatio.of(bases, other.byBlock(column));
    }

    /** Returns the value of each block that has one. */
    Map<Long, Double> byBlock(ColumnKey column) {
        Map<Long, Double> values = new LinkedHashMap<>();
        samples.stream()
                .filter(row -> row.has(column))
                .forEach(row ->
                        row.number(column).ifPresent(value -> values.put(row.requireCount(SampleKeys.BLOCK), value)));
        return values;
    }
}
