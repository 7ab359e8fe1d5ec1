package io.producerbench.results;

import io.producerbench.latency.Latency;
import io.producerbench.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The columns of {@code summary.csv}, in order. {@code results/README.md} says what each means. */
final class SummaryColumns {
    static final List<Column<SummaryRow>> ALL = all();

    private SummaryColumns() {}

    private static List<Column<SummaryRow>> all() {
        List<Column<SummaryRow>> columns = new ArrayList<>();
        columns.add(shared("schema_version"));
        columns.add(shared("run_id"));
        RunIdentity.COLUMNS.forEach(column -> columns.add(shared(column.name())));
        Summary.SETTING.forEach(name -> columns.add(shared(name)));
        columns.addAll(validity());
        columns.addAll(rates());
        columns.addAll(latenciesByBlock());
        columns.addAll(pooledLatencies());
        columns.addAll(costs());
        columns.addAll(outage());
        columns.addAll(machine());
        columns.add(Column.text("warnings", SummaryRow::warnings));
        return List.copyOf(columns);
    }

    private static List<Column<SummaryRow>> validity() {
        return List.of(
                Column.text("blocks", row -> row.samples().size()),
                Column.text("valid", row -> row.usable().size()),
                Column.text("limited_by", row -> row.distinct("limited_by")));
    }

    private static List<Column<SummaryRow>> rates() {
        List<Column<SummaryRow>> columns = new ArrayList<>();
        columns.addAll(interval("records_per_s", 1));
        columns.addAll(interval("mb_per_s", 3));
        return columns;
    }

    private static List<Column<SummaryRow>> latenciesByBlock() {
        List<Column<SummaryRow>> columns = new ArrayList<>();
        for (String name : List.of("ack_p50_us", "ack_p99_us", "ack_p99_9_us", "commit_p50_us", "committed_p99_us")) {
            columns.addAll(interval(name, 1));
        }
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
        columns.addAll(interval("client_cpu_us_per_record", 4));
        columns.addAll(interval("broker_cpu_us_per_record", 4));
        columns.add(median("client_alloc_bytes_per_record", 1));
        columns.add(median("batch_size_avg_bytes", 1));
        return columns;
    }

    private static List<Column<SummaryRow>> outage() {
        List<Column<SummaryRow>> columns = new ArrayList<>();
        columns.addAll(interval("unavailable_ms", 1));
        columns.addAll(interval("first_ack_ms", 1));
        columns.add(median("invisible_until_heal", 0));
        columns.add(Column.text("refused_with", row -> row.distinct("refused_with")));
        columns.add(median("refused_p50_ms", 1));
        columns.add(Column.text("expired_with", row -> row.distinct("expired_with")));
        columns.add(median("expired_p50_ms", 1));
        columns.add(Column.text("delivery_timeout_ms", row -> row.distinct("delivery_timeout_ms")));
        return columns;
    }

    private static List<Column<SummaryRow>> machine() {
        return List.of(
                median("machine_busy_share", 3),
                Column.number("steal_share_max", 3, row -> row.maxOf("steal_share")),
                Column.number(
                        "drift_share",
                        4,
                        row -> row.drift()
                                .map(drift -> OptionalDouble.of(drift.share()))
                                .orElse(OptionalDouble.empty())),
                Column.text(
                        "drift",
                        row -> row.drift()
                                .map(Drift::noteworthy)
                                .map(String::valueOf)
                                .orElse("")));
    }

    private static Column<SummaryRow> shared(String name) {
        return Column.text(name, row -> row.shared(name));
    }

    private static Column<SummaryRow> median(String column, int decimals) {
        return Column.number(column + "_median", decimals, row -> row.medianOf(column));
    }

    /** The median over the blocks, and its 95 % interval. */
    private static List<Column<SummaryRow>> interval(String column, int decimals) {
        return List.of(
                median(column, decimals),
                Column.number(column + "_low", decimals, edge(column, Interval::low)),
                Column.number(column + "_high", decimals, edge(column, Interval::high)));
    }

    private static Function<SummaryRow, OptionalDouble> edge(String column, ToDoubleFunction<Interval> edge) {
        return row -> row.interval(column)
                .map(range -> OptionalDouble.of(edge.applyAsDouble(range)))
                .orElse(OptionalDouble.empty());
    }

    private static List<Column<SummaryRow>> pooled(Latency latency, List<String> statistics) {
        return statistics.stream()
                .map(statistic -> Column.<SummaryRow>number(
                        latency.label() + "_pooled_" + statistic + "_us",
                        3,
                        row -> row.pooled().containsKey(latency)
                                ? OptionalDouble.of(
                                        SampleColumns.micros(row.pooled().get(latency), statistic))
                                : OptionalDouble.empty()))
                .toList();
    }
}
