package io.producerbench.results;

import io.producerbench.guarantee.Mode;
import io.producerbench.latency.Latency;
import io.producerbench.stats.Interval;
import io.producerbench.stats.PairedRatio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The columns of {@code summary.csv}, in order. {@code results/README.md} explains each of them.
 */
final class SummaryColumns {
    static final List<Column<SummaryRow>> ALL = all();

    private SummaryColumns() {}

    private static List<Column<SummaryRow>> all() {
        List<Column<SummaryRow>> columns = new ArrayList<>();
        columns.add(shared(RunKeys.SCHEMA_VERSION));
        columns.add(shared(RunKeys.RUN_ID));
        RunIdentity.keys().forEach(key -> columns.add(shared(key)));
        columns.add(Column.text(
                RowMode.KEY,
                row -> RowMode.of(row.samples().get(0)).map(Mode::label).orElse("")));
        Summary.SETTING.forEach(key -> columns.add(shared(key)));
        columns.addAll(validity());
        columns.addAll(rates());
        columns.addAll(latenciesByBlock());
        columns.addAll(pooledLatencies());
        columns.addAll(costs());
        columns.addAll(outage());
        columns.addAll(relative());
        columns.addAll(machine());
        columns.add(Column.text(SummaryKeys.WARNINGS, SummaryRow::warnings));
        return List.copyOf(columns);
    }

    private static List<Column<SummaryRow>> validity() {
        return List.of(
                Column.text(SummaryKeys.BLOCKS, SummaryRow::blocks),
                Column.text(SummaryKeys.VALID, row -> row.usable().size()),
                Column.text(SummaryKeys.TAKEN_AGAIN, SummaryRow::takenAgain),
                Column.text(SampleKeys.LIMITED_BY, row -> row.distinct(SampleKeys.LIMITED_BY)));
    }

    private static List<Column<SummaryRow>> rates() {
        List<Column<SummaryRow>> columns = new ArrayList<>();
        columns.addAll(interval(SampleKeys.RECORDS_PER_S, 1));
        columns.addAll(interval(SampleKeys.MB_PER_S, 3));
        return columns;
    }

    private static List<Column<SummaryRow>> latenciesByBlock() {
        List<Column<SummaryRow>> columns = new ArrayList<>();
        for (String statistic : List.of("p50", "p99", "p99_9")) {
            columns.addAll(interval(SampleKeys.latency(Latency.ACK, statistic), 1));
        }
        columns.addAll(interval(SampleKeys.latency(Latency.COMMIT, "p50"), 1));
        columns.addAll(interval(SampleKeys.latency(Latency.COMMITTED, "p99"), 1));
        return columns;
    }

    private static List<Column<SummaryRow>> pooledLatencies() {
        List<Column<SummaryRow>> columns = new ArrayList<>();
        columns.addAll(pooled(Latency.ACK, List.of("p50", "p90", "p99", "p99_9", "p99_99", "max")));
        columns.add(Column.text("ack_pooled_count", row -> row.count(Latency.ACK)));
        columns.addAll(pooled(Latency.SERVICE, List.of("p50", "p99")));
        columns.addAll(pooled(Latency.COMMIT, List.of("p50", "p99", "max")));
        columns.addAll(pooled(Latency.COMMITTED, List.of("p50", "p99", "p99_9", "max")));
        return columns;
    }

    private static List<Column<SummaryRow>> costs() {
        List<Column<SummaryRow>> columns = new ArrayList<>();
        columns.addAll(interval(SampleKeys.CLIENT_CPU_US_PER_RECORD, 4));
        columns.addAll(interval(SampleKeys.BROKER_CPU_US_PER_RECORD, 4));
        columns.add(median(SampleKeys.CLIENT_ALLOC_BYTES_PER_RECORD, 1));
        columns.add(median(SampleKeys.BATCH_SIZE_AVG_BYTES, 1));
        return columns;
    }

    private static List<Column<SummaryRow>> outage() {
        List<Column<SummaryRow>> columns = new ArrayList<>();
        columns.addAll(interval(SampleKeys.UNAVAILABLE_MS, 1));
        columns.addAll(interval(SampleKeys.FIRST_ACK_MS, 1));
        columns.add(median(SampleKeys.INVISIBLE_UNTIL_HEAL, 0));
        columns.add(Column.text(SampleKeys.REFUSED_WITH, row -> row.distinct(SampleKeys.REFUSED_WITH)));
        columns.add(median(SampleKeys.REFUSED_P50_MS, 1));
        columns.add(Column.text(SampleKeys.EXPIRED_WITH, row -> row.distinct(SampleKeys.EXPIRED_WITH)));
        columns.add(median(SampleKeys.EXPIRED_P50_MS, 1));
        columns.add(Column.text(SampleKeys.DELIVERY_TIMEOUT_MS, row -> row.distinct(SampleKeys.DELIVERY_TIMEOUT_MS)));
        return columns;
    }

    private static List<Column<SummaryRow>> relative() {
        List<Column<SummaryRow>> columns = new ArrayList<>();
        for (RelativeMetric metric : RelativeMetric.values()) {
            Function<SummaryRow, Optional<PairedRatio>> ratio = row -> row.relative(metric);
            ColumnKey key = metric.key();
            columns.add(Column.number(key, 4, ratio.andThen(of(PairedRatio::median))));
            columns.add(Column.number(key.low(), 4, ratio.andThen(edge(Interval::low))));
            columns.add(Column.number(key.high(), 4, ratio.andThen(edge(Interval::high))));
        }
        return columns;
    }

    private static Function<Optional<PairedRatio>, OptionalDouble> edge(ToDoubleFunction<Interval> edge) {
        return ratio -> of(edge).apply(ratio.flatMap(PairedRatio::interval));
    }

    private static <T> Function<Optional<T>, OptionalDouble> of(ToDoubleFunction<T> number) {
        return value ->
                value.map(some -> OptionalDouble.of(number.applyAsDouble(some))).orElse(OptionalDouble.empty());
    }

    private static List<Column<SummaryRow>> machine() {
        return List.of(
                median(SampleKeys.MACHINE_BUSY_SHARE, 3),
                Column.number(SampleKeys.STEAL_SHARE.max(), 3, row -> row.maxOf(SampleKeys.STEAL_SHARE)),
                Column.number(SampleKeys.OTHERS_CPU_SHARE.max(), 3, row -> row.maxOf(SampleKeys.OTHERS_CPU_SHARE)),
                Column.text(SampleKeys.COLD, SummaryRow::cold),
                Column.number(
                        SummaryKeys.DRIFT_SHARE, 4, row -> of(Drift::share).apply(row.drift())),
                Column.text(
                        SummaryKeys.DRIFT,
                        row -> row.drift()
                                .map(Drift::noteworthy)
                                .map(String::valueOf)
                                .orElse("")));
    }

    private static Column<SummaryRow> shared(ColumnKey key) {
        return Column.text(key, row -> row.shared(key));
    }

    private static Column<SummaryRow> median(ColumnKey column, int decimals) {
        return Column.number(column.median(), decimals, row -> row.medianOf(column));
    }

    /** Returns the columns of the median over the blocks and of its 95 % interval. */
    private static List<Column<SummaryRow>> interval(ColumnKey column, int decimals) {
        return List.of(
                median(column, decimals),
                Column.number(column.low(), decimals, edge(column, Interval::low)),
                Column.number(column.high(), decimals, edge(column, Interval::high)));
    }

    private static Function<SummaryRow, OptionalDouble> edge(ColumnKey column, ToDoubleFunction<Interval> edge) {
        return row -> of(edge).apply(row.interval(column));
    }

    private static List<Column<SummaryRow>> pooled(Latency latency, List<String> statistics) {
        return statistics.stream()
                .map(statistic -> Column.<SummaryRow>number(
                        SummaryKeys.pooled(latency, statistic),
                        3,
                        row -> row.pooled().containsKey(latency)
                                ? OptionalDouble.of(
                                        LatencyColumns.micros(row.pooled().get(latency), statistic))
                                : OptionalDouble.empty()))
                .toList();
    }
}
