package io.producerbench.results;

import io.producerbench.latency.ClientMetrics;
import io.producerbench.latency.Latency;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.latency.Totals;
import io.producerbench.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.HdrHistogram.Histogram;

/** The columns of {@code samples.csv}, in order. {@code results/README.md} says what each means. */
public final class SampleColumns {
    /** Histogram quantiles by the name they have in column names, in percent. */
    static final Map<String, Double> PERCENTS =
            Map.of("p50", 50.0, "p90", 90.0, "p99", 99.0, "p99_9", 99.9, "p99_99", 99.99, "max", 100.0);

    private static final List<String> WHOLE = List.of("mean", "p50", "p90", "p99", "p99_9", "p99_99", "max");
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double BYTES_PER_MEGABYTE = 1e6;

    public static final List<Column<SampleRow>> ALL = all();

    private SampleColumns() {}

    private static List<Column<SampleRow>> all() {
        List<Column<SampleRow>> columns = new ArrayList<>();
        columns.add(Column.text("schema_version", row -> RunIdentity.SCHEMA_VERSION));
        columns.add(Column.text("run_id", row -> row.run().runId()));
        columns.add(Column.text("started_at", SampleRow::startedAt));
        RunIdentity.COLUMNS.forEach(column -> columns.add(on(SampleRow::run, column)));
        columns.add(Column.text("block", row -> row.step().block()));
        columns.add(Column.text("order_in_block", row -> row.step().orderInBlock()));
        SettingColumn.COLUMNS.forEach(column -> columns.add(on(row -> row.step().scenario(), column)));
        columns.addAll(validity());
        columns.addAll(counts());
        columns.addAll(rates());
        columns.addAll(latencies());
        columns.addAll(costs());
        columns.addAll(clientMetrics());
        columns.add(Column.text(
                "histogram_file", row -> row.measured().isPresent() ? RunDirectory.histogramName(row.step()) : ""));
        columns.addAll(OutageColumns.ALL);
        return List.copyOf(columns);
    }

    private static List<Column<SampleRow>> validity() {
        return List.of(
                Column.text("status", SampleRow::status),
                Column.text("status_reason", SampleRow::statusReason),
                Column.text(
                        "limited_by",
                        row -> row.limitedBy()
                                .map(limit -> limit.name().toLowerCase(Locale.ROOT))
                                .orElse("")));
    }

    private static List<Column<SampleRow>> counts() {
        return List.of(
                total("sent", Totals::sent),
                Column.text(
                        "acknowledged",
                        row -> row.totals()
                                .filter(totals -> row.confirmed())
                                .map(totals -> Long.toString(totals.succeeded()))
                                .orElse("")),
                total("failed", Totals::failed),
                total("unknown", Totals::unknown),
                Column.number(
                        "log_end_delta",
                        0,
                        row -> row.surroundings()
                                .map(s -> s.logEndDelta().isPresent()
                                        ? OptionalDouble.of(s.logEndDelta().getAsLong())
                                        : OptionalDouble.empty())
                                .orElse(OptionalDouble.empty())));
    }

    private static Column<SampleRow> total(String name, ToLongFunction<Totals> count) {
        return Column.text(
                name,
                row -> row.totals()
                        .map(totals -> Long.toString(count.applyAsLong(totals)))
                        .orElse(""));
    }

    private static List<Column<SampleRow>> rates() {
        return List.of(
                Column.number(
                        "records_per_s",
                        1,
                        row -> optional(row.recordsPerSecond().orElse(Double.NaN))),
                Column.number(
                        "mb_per_s",
                        3,
                        row -> optional(row.recordsPerSecond().orElse(Double.NaN)
                                * scenario(row).workload().recordSize()
                                / BYTES_PER_MEGABYTE)),
                measured("jmh_score", 1, ForkResult::jmhScore),
                Column.text(
                        "jmh_score_unit",
                        row -> row.measured().map(ForkResult::jmhScoreUnit).orElse("")),
                measured("log_end_records_per_s", 1, ForkResult::brokerRecordsPerSecond),
                measured("measured_s", 3, ForkResult::seconds));
    }

    private static List<Column<SampleRow>> latencies() {
        List<Column<SampleRow>> columns = new ArrayList<>();
        WHOLE.forEach(statistic -> columns.add(latency(Latency.ACK, statistic)));
        WHOLE.forEach(statistic -> columns.add(latency(Latency.SERVICE, statistic)));
        List.of("p99", "max").forEach(statistic -> columns.add(latency(Latency.SEND_BLOCKED, statistic)));
        List.of("p50", "p99", "max").forEach(statistic -> columns.add(latency(Latency.COMMIT, statistic)));
        List.of("p50", "p99", "p99_9", "max").forEach(statistic -> columns.add(latency(Latency.COMMITTED, statistic)));
        columns.add(latency(Latency.SEND_LAG, "p99"));
        return columns;
    }

    private static Column<SampleRow> latency(Latency latency, String statistic) {
        return Column.number(
                latency.label() + "_" + statistic + "_us",
                3,
                row -> row.measured()
                        .flatMap(m -> m.latency(latency))
                        .map(histogram -> OptionalDouble.of(micros(histogram, statistic)))
                        .orElse(OptionalDouble.empty()));
    }

    /** A statistic of a histogram of nanoseconds, in microseconds. */
    static double micros(Histogram histogram, String statistic) {
        return (statistic.equals("mean")
                        ? histogram.getMean()
                        : histogram.getValueAtPercentile(PERCENTS.get(statistic)))
                / NANOS_PER_MICRO;
    }

    private static List<Column<SampleRow>> costs() {
        return List.of(
                measured(
                        "client_cpu_us_per_record",
                        4,
                        m -> sum(m, MeasuredWindow::cpuNanos) / NANOS_PER_MICRO / m.succeeded()),
                Column.number(
                        "broker_cpu_us_per_record",
                        4,
                        row -> row.surroundings()
                                .filter(s -> s.brokerCpuNanos().isPresent())
                                .map(s -> value(
                                        row, m -> s.brokerCpuNanos().getAsLong() / NANOS_PER_MICRO / m.succeeded()))
                                .orElse(OptionalDouble.empty())),
                measured(
                        "client_alloc_bytes_per_record",
                        1,
                        m -> sum(m, MeasuredWindow::allocatedBytes) / m.succeeded()),
                measured("slot_misses", 0, m -> m.counts().totals().slotMisses()),
                measured("gc_ms", 0, m -> sum(m, MeasuredWindow::gcMillis)),
                measured("client_busiest_thread_share", 3, ForkResult::busiestThreadShare),
                surroundings("machine_busy_share", HostMeasurements::machineBusyShare),
                surroundings("steal_share", HostMeasurements::stealShare));
    }

    private static List<Column<SampleRow>> clientMetrics() {
        return List.of(
                metric("batch_size_avg_bytes", 1, ClientMetrics::batchSizeAvgBytes),
                metric("records_per_request_avg", 2, ClientMetrics::recordsPerRequestAvg),
                measured("request_rate", 1, m -> sum(m, MeasuredWindow::requests) / m.seconds()),
                metric("retries", 0, ClientMetrics::recordRetries),
                metric("record_errors", 0, ClientMetrics::recordErrors));
    }

    /** The row's headline in a few words. */
    static String headline(SampleRow row) {
        if (row.refusal().isPresent()) {
            return OutageColumns.headline(row.refusal().get());
        }
        double rate = row.recordsPerSecond()
                .or(() -> row.measured().map(m -> m.counts().recordsPerSecond()))
                .orElse(Double.NaN);
        String latency = row.measured()
                .flatMap(m -> m.latency(Latency.ACK))
                .map(h -> String.format(
                        Locale.ROOT, ", ack p50 %.1f ms, p99 %.1f ms", micros(h, "p50") / 1e3, micros(h, "p99") / 1e3))
                .orElse("");
        String outage = row.death().map(OutageColumns::headline).orElse("");
        return String.format(Locale.ROOT, "%,.0f records/s%s%s", rate, latency, outage);
    }

    private static double sum(ForkResult measured, ToLongFunction<MeasuredWindow> value) {
        return measured.counts().windows().stream().mapToLong(value).sum();
    }

    private static Scenario scenario(SampleRow row) {
        return row.step().scenario();
    }

    private static <T> Column<SampleRow> on(Function<SampleRow, T> part, Column<T> column) {
        return new Column<>(column.name(), row -> column.cell().apply(part.apply(row)));
    }

    private static Column<SampleRow> measured(String name, int decimals, ToDoubleFunction<ForkResult> value) {
        return Column.number(name, decimals, row -> value(row, value));
    }

    private static Column<SampleRow> metric(String name, int decimals, ToDoubleFunction<ClientMetrics> value) {
        return measured(name, decimals, m -> value.applyAsDouble(m.counts().metrics()));
    }

    private static Column<SampleRow> surroundings(String name, Function<HostMeasurements, OptionalDouble> value) {
        return Column.number(name, 3, row -> row.surroundings().map(value).orElse(OptionalDouble.empty()));
    }

    private static OptionalDouble value(SampleRow row, ToDoubleFunction<ForkResult> value) {
        return row.measured().map(m -> optional(value.applyAsDouble(m))).orElse(OptionalDouble.empty());
    }

    private static OptionalDouble optional(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
