package io.producerbench.results;

import io.producerbench.recording.Latency;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * One scenario over all its blocks.
 *
 * @param samples all of them, by column name
 * @param usable those whose status is OK
 * @param pooled the usable blocks' histograms added up, in nanoseconds
 * @param drift of the whole run
 */
public record SummaryRow(
        List<Map<String, String>> samples,
        List<Map<String, String>> usable,
        Map<Latency, Histogram> pooled,
        Optional<Drift> drift) {

    static final Comparator<SummaryRow> BY_SETTING = Comparator.comparing(row ->
            Summary.SETTING.stream().map(row::shared).map(SummaryRow::sortable).collect(Collectors.joining(",")));

    static final List<Column<SummaryRow>> COLUMNS = columns();

    /** Numbers sort by size, the rest by alphabet. */
    private static String sortable(String cell) {
        return cell.chars().allMatch(Character::isDigit) ? String.format(Locale.ROOT, "%12s", cell) : cell;
    }

    private static List<Column<SummaryRow>> columns() {
        List<Column<SummaryRow>> columns = new ArrayList<>();
        columns.add(sharedColumn("schema_version"));
        columns.add(sharedColumn("run_id"));
        RunIdentity.COLUMNS.forEach(column -> columns.add(sharedColumn(column.name())));
        Summary.SETTING.forEach(name -> columns.add(sharedColumn(name)));
        columns.add(Column.text("blocks", row -> row.samples.size()));
        columns.add(Column.text("valid", row -> row.usable.size()));
        columns.add(Column.text("limited_by", row -> row.distinct("limited_by")));
        columns.addAll(median("records_per_s", 1));
        columns.addAll(median("mb_per_s", 3));
        for (String percentile : List.of("p50", "p99", "p99_9")) {
            columns.addAll(median("ack_" + percentile + "_us", 1));
        }
        columns.addAll(median("commit_p50_us", 1));
        columns.addAll(median("committed_p99_us", 1));
        columns.addAll(pooled(Latency.ACK, List.of("p50", "p90", "p99", "p99_9", "p99_99", "max")));
        columns.add(Column.text("ack_pooled_count", row -> row.count(Latency.ACK)));
        columns.addAll(pooled(Latency.SERVICE, List.of("p50", "p99")));
        columns.addAll(pooled(Latency.COMMIT, List.of("p50", "p99", "max")));
        columns.addAll(pooled(Latency.COMMITTED, List.of("p50", "p99", "p99_9", "max")));
        for (String cost : List.of("client_cpu_us_per_record", "broker_cpu_us_per_record")) {
            columns.addAll(median(cost, 4));
        }
        columns.add(Column.number(
                "client_alloc_bytes_per_record_median", 1, row -> row.medianOf("client_alloc_bytes_per_record")));
        columns.add(Column.number("batch_size_avg_bytes_median", 1, row -> row.medianOf("batch_size_avg_bytes")));
        columns.add(Column.number("machine_busy_share_median", 3, row -> row.medianOf("machine_busy_share")));
        columns.add(Column.number("steal_share_max", 3, row -> row.maxOf("steal_share")));
        columns.add(Column.number(
                "drift_share",
                4,
                row -> row.drift.map(d -> OptionalDouble.of(d.share())).orElse(OptionalDouble.empty())));
        columns.add(Column.text(
                "drift",
                row -> row.drift.map(Drift::noteworthy).map(String::valueOf).orElse("")));
        columns.add(Column.text("warnings", SummaryRow::warnings));
        return List.copyOf(columns);
    }

    private static Column<SummaryRow> sharedColumn(String name) {
        return Column.text(name, row -> row.shared(name));
    }

    private static List<Column<SummaryRow>> median(String column, int decimals) {
        return List.of(
                Column.number(column + "_median", decimals, row -> row.medianOf(column)),
                Column.number(
                        column + "_low",
                        decimals,
                        row -> row.interval(column)
                                .map(range -> OptionalDouble.of(range.low()))
                                .orElse(OptionalDouble.empty())),
                Column.number(
                        column + "_high",
                        decimals,
                        row -> row.interval(column)
                                .map(range -> OptionalDouble.of(range.high()))
                                .orElse(OptionalDouble.empty())));
    }

    private static List<Column<SummaryRow>> pooled(Latency latency, List<String> statistics) {
        return statistics.stream()
                .map(statistic -> Column.<SummaryRow>number(
                        latency.label() + "_pooled_" + statistic + "_us",
                        3,
                        row -> row.pooled.containsKey(latency)
                                ? OptionalDouble.of(SampleColumns.micros(row.pooled.get(latency), statistic))
                                : OptionalDouble.empty()))
                .toList();
    }

    /** A cell that all samples of a scenario have in common. */
    public String shared(String column) {
        return samples.get(0).get(column);
    }

    /** The median over the usable blocks; empty if the column applies to none of them. */
    public OptionalDouble medianOf(String column) {
        double[] values = values(column);
        return values.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(MedianInterval.of(values).median());
    }

    Optional<MedianInterval.Range> interval(String column) {
        double[] values = values(column);
        return values.length == 0 ? Optional.empty() : MedianInterval.of(values).interval();
    }

    private OptionalDouble maxOf(String column) {
        return Arrays.stream(values(column)).max();
    }

    private double[] values(String column) {
        return usable.stream()
                .map(sample -> sample.get(column))
                .filter(cell -> !cell.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private String count(Latency latency) {
        return pooled.containsKey(latency) ? Long.toString(pooled.get(latency).getTotalCount()) : "";
    }

    private String distinct(String column) {
        return usable.stream()
                .map(sample -> sample.get(column))
                .filter(cell -> !cell.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining("+"));
    }

    int unusable() {
        return samples.size() - usable.size();
    }

    private String warnings() {
        List<String> warnings = new ArrayList<>();
        if (unusable() > 0) {
            warnings.add(unusable() + " of " + samples.size() + " samples are not OK and are left out");
        }
        if (usable.size() < MedianInterval.FEWEST) {
            warnings.add("a 95 % interval needs " + MedianInterval.FEWEST + " valid blocks, got " + usable.size());
        }
        if (drift.map(Drift::noteworthy).orElse(false)) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "rates drifted by %+.1f %% over the run",
                    100 * drift.orElseThrow().share()));
        }
        return String.join("; ", warnings);
    }
}
