package io.producerbench.results;

import io.producerbench.guarantee.Mode;
import io.producerbench.latency.Latency;
import io.producerbench.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The columns of {@code summary.csv}, in order. {@code docs/files} explains each of them.
 */
public final class SummaryColumns {
    /** What the columns mean: names, unit, meaning, and when a cell is empty. */
    public static final String WORDS = """
            schema_version run_id commit dirty cluster_kind broker_version client_version jdk cpu_model cores capacity_valid seed | | as in `samples.csv` | as there
            mode | | as in `samples.csv`, derived if that is older than the column | never
            benchmark acks enable.idempotence transactional min.insync.replicas record_size partitions replication.factor producers linger.ms batch.size max.in.flight.requests.per.connection compression.type buffer.memory target_rate records_per_transaction transaction_ms abort_rate open_transaction_ms keys latency_sampling brokers_down | | as in `samples.csv`; rows that agree in all of these are one scenario | as there
            blocks | | number of blocks that took the sample | never
            valid | | number of blocks with an OK sample | never
            taken_again | | number of further attempts over all blocks | never
            limited_by | | as in `samples.csv`; different limits joined by `+` | as there, or none valid
            records_per_s_median records_per_s_low records_per_s_high | records/s | over the blocks | none valid; interval below six
            mb_per_s_median mb_per_s_low mb_per_s_high | 10⁶ bytes/s | over the blocks | likewise
            ack_p50_us_median ack_p50_us_low ack_p50_us_high | µs | over the blocks' `ack_p50_us` | likewise
            ack_p99_us_median ack_p99_us_low ack_p99_us_high | µs | over the blocks' `ack_p99_us` | likewise
            ack_p99_9_us_median ack_p99_9_us_low ack_p99_9_us_high | µs | over the blocks' `ack_p99_9_us` | likewise
            commit_p50_us_median commit_p50_us_low commit_p50_us_high | µs | over the blocks' `commit_p50_us` | likewise
            committed_p99_us_median committed_p99_us_low committed_p99_us_high | µs | over the blocks' `committed_p99_us` | likewise
            ack_pooled_p50_us ack_pooled_p90_us ack_pooled_p99_us ack_pooled_p99_9_us ack_pooled_p99_99_us ack_pooled_max_us | µs | from due to acknowledged, all blocks' records | none valid
            ack_pooled_count | records | in that histogram | none valid
            service_pooled_p50_us service_pooled_p99_us | µs | from `send()` to acknowledged, all blocks' records | none valid
            commit_pooled_p50_us commit_pooled_p99_us commit_pooled_max_us | µs | inside `commitTransaction()`, all blocks' commits | none valid
            committed_pooled_p50_us committed_pooled_p99_us committed_pooled_p99_9_us committed_pooled_max_us | µs | from due to committed, all blocks' records | none valid
            client_cpu_us_per_record_median client_cpu_us_per_record_low client_cpu_us_per_record_high | µs | over the blocks | none valid; interval below six
            broker_cpu_us_per_record_median broker_cpu_us_per_record_low broker_cpu_us_per_record_high | µs | over the blocks | likewise, or unknown
            client_alloc_bytes_per_record_median | bytes | over the blocks | none valid
            batch_size_avg_bytes_median | bytes | over the blocks | none valid
            unavailable_ms_median unavailable_ms_low unavailable_ms_high | ms | over the blocks | as in `samples.csv`, none valid; interval below six
            first_ack_ms_median first_ack_ms_low first_ack_ms_high | ms | over the blocks | likewise
            invisible_until_heal_median | records | over the blocks | as in `samples.csv`, none valid
            refused_with | | as in `samples.csv`; different errors of the blocks joined by `+` | likewise
            refused_p50_ms_median | ms | over the blocks | likewise
            expired_with | | as `refused_with` | likewise
            expired_p50_ms_median | ms | over the blocks | likewise
            delivery_timeout_ms | ms | as in `samples.csv` | likewise
            rate_vs_acks1 rate_vs_acks1_low rate_vs_acks1_high | | at MaxRate: `records_per_s` divided by that of `acks=1` | FixedRate, Refusal; `acks=1` was not measured beside it; interval below six
            ack_p99_vs_acks1 ack_p99_vs_acks1_low ack_p99_vs_acks1_high | | at FixedRate: `ack_p99_us` divided by that of `acks=1` | likewise for MaxRate, or `acks=0`
            client_cpu_vs_acks1 client_cpu_vs_acks1_low client_cpu_vs_acks1_high | | at MaxRate: `client_cpu_us_per_record` divided by that of `acks=1` | as `rate_vs_acks1`
            broker_cpu_vs_acks1 broker_cpu_vs_acks1_low broker_cpu_vs_acks1_high | | at MaxRate: `broker_cpu_us_per_record` divided by that of `acks=1` | likewise, or unknown
            visible_uncommitted_p50_us_median visible_uncommitted_p99_us_median visible_committed_p50_us_median visible_committed_p99_us_median exposure_p50_us_median exposure_p99_us_median committed_later_p50_us_median committed_later_p99_us_median | µs | over the blocks | as in `samples.csv`, none valid
            at_risk_records_median | records | over the blocks | likewise
            machine_busy_share_median | of all cores | over the blocks | none valid, unknown
            steal_share_max | of all cores | the largest value of a block | none valid, unknown
            others_cpu_share_max | of all cores | the largest value of a block | none valid, unknown
            cold | true, false | true if a block that counts found the brokers cold | none valid, unknown
            drift_share | | change of the whole machine's MaxRate from the first block to the last (Theil–Sen), 0.1 for +10 % | fewer than three blocks, no MaxRate
            drift | true, false | true if `drift_share` is more than 5 % in either direction | as `drift_share`
            warnings | | warnings about the row, joined by `; ` | no warning
            """;

    public static final List<Column<SummaryRow>> ALL = all();

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
        columns.addAll(RelativeColumns.ALL);
        columns.addAll(visibility());
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

    private static List<Column<SummaryRow>> visibility() {
        List<Column<SummaryRow>> columns = new ArrayList<>();
        for (Latency latency : List.of(
                Latency.VISIBLE_UNCOMMITTED, Latency.VISIBLE_COMMITTED, Latency.EXPOSURE, Latency.COMMITTED_LATER)) {
            columns.add(median(SampleKeys.latency(latency, "p50"), 1));
            columns.add(median(SampleKeys.latency(latency, "p99"), 1));
        }
        columns.add(median(SampleKeys.AT_RISK_RECORDS, 2));
        return columns;
    }

    private static List<Column<SummaryRow>> machine() {
        return List.of(
                median(SampleKeys.MACHINE_BUSY_SHARE, 3),
                Column.number(SampleKeys.STEAL_SHARE.max(), 3, row -> row.maxOf(SampleKeys.STEAL_SHARE)),
                Column.number(SampleKeys.OTHERS_CPU_SHARE.max(), 3, row -> row.maxOf(SampleKeys.OTHERS_CPU_SHARE)),
                Column.text(SampleKeys.COLD, SummaryRow::cold),
                Column.number(
                        SummaryKeys.DRIFT_SHARE,
                        4,
                        row -> row.drift()
                                .map(drift -> OptionalDouble.of(drift.share()))
                                .orElse(OptionalDouble.empty())),
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
        return row -> row.interval(column)
                .map(range -> OptionalDouble.of(edge.applyAsDouble(range)))
                .orElse(OptionalDouble.empty());
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
