package io.producerbench.results;

import io.producerbench.latency.ClientMetrics;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.results.sample.ForkResult;
import io.producerbench.results.sample.HostMeasurements;
import io.producerbench.results.sample.MachineLoad;
import io.producerbench.results.sample.Warmth;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * The columns of {@code samples.csv} that say what a record cost, and what Kafka's client says
 * about itself.
 */
final class CostColumns {
    private static final double NANOS_PER_MICRO = 1e3;

    static final List<Column<SampleRow>> ALL = List.of(
            fork(
                    SampleKeys.CLIENT_CPU_US_PER_RECORD,
                    4,
                    fork -> sum(fork, MeasuredWindow::cpuNanos) / NANOS_PER_MICRO / fork.succeeded()),
            Column.number(SampleKeys.BROKER_CPU_US_PER_RECORD, 4, CostColumns::brokerCpu),
            fork(
                    SampleKeys.CLIENT_ALLOC_BYTES_PER_RECORD,
                    1,
                    fork -> sum(fork, MeasuredWindow::allocatedBytes) / fork.succeeded()),
            fork(new ColumnKey("slot_misses"), 0, fork -> fork.counts().totals().slotMisses()),
            fork(SampleKeys.GC_MS, 0, fork -> sum(fork, MeasuredWindow::gcMillis)),
            fork(new ColumnKey("client_busiest_thread_share"), 3, ForkResult::busiestThreadShare),
            load(SampleKeys.MACHINE_BUSY_SHARE, MachineLoad::busy),
            load(SampleKeys.STEAL_SHARE, MachineLoad::steal),
            metric(SampleKeys.BATCH_SIZE_AVG_BYTES, 1, ClientMetrics::batchSizeAvgBytes),
            Column.number(SampleKeys.RECORDS_PER_REQUEST_AVG, 2, CostColumns::recordsPerRequest),
            fork(new ColumnKey("request_rate"), 1, fork -> sum(fork, MeasuredWindow::requests) / fork.seconds()),
            metric(SampleKeys.RETRIES, 0, ClientMetrics::recordRetries),
            metric(new ColumnKey("record_errors"), 0, ClientMetrics::recordErrors),
            Column.number(
                    new ColumnKey("produce_throttle_ms"),
                    0,
                    row -> row.confirmed()
                            ? value(row, fork -> fork.counts().metrics().throttleMillis())
                            : OptionalDouble.empty()),
            load(SampleKeys.OTHERS_CPU_SHARE, MachineLoad::others),
            load(SampleKeys.BROKER_JIT_SHARE, MachineLoad::brokerJit),
            load(SampleKeys.CLIENT_JIT_SHARE, MachineLoad::clientJit),
            load(SampleKeys.CPU_PRESSURE_SHARE, MachineLoad::pressure),
            Column.number(SampleKeys.STOOD_STILL_MS, 0, CostColumns::stoodStill),
            Column.text(
                    SampleKeys.COLD,
                    row -> row.host()
                            .map(HostMeasurements::warmth)
                            .filter(warmth -> warmth != Warmth.UNKNOWN)
                            .map(warmth -> String.valueOf(warmth == Warmth.COLD))
                            .orElse("")));

    private CostColumns() {}

    private static OptionalDouble brokerCpu(SampleRow row) {
        return row.host()
                .filter(host -> host.brokerCpuNanos().isPresent())
                .map(host -> value(row, fork -> host.brokerCpuNanos().getAsLong() / NANOS_PER_MICRO / fork.succeeded()))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble stoodStill(SampleRow row) {
        return row.fork().isEmpty()
                ? OptionalDouble.empty()
                : row.host()
                        .map(host -> OptionalDouble.of(host.load().standstill().millis()))
                        .orElse(OptionalDouble.empty());
    }

    /** Returns no value with transactions, because the client counts their requests as well. */
    private static OptionalDouble recordsPerRequest(SampleRow row) {
        return row.step().scenario().guarantee().transactional()
                ? OptionalDouble.empty()
                : value(row, ForkResult::recordsPerRequest);
    }

    private static double sum(ForkResult fork, ToLongFunction<MeasuredWindow> value) {
        return fork.counts().windows().stream().mapToLong(value).sum();
    }

    /**
     * Returns a column with a number that the fork measured; its cell is empty if the number is not
     * finite.
     */
    static Column<SampleRow> fork(ColumnKey key, int decimals, ToDoubleFunction<ForkResult> value) {
        return Column.number(key, decimals, row -> value(row, value));
    }

    private static Column<SampleRow> metric(ColumnKey key, int decimals, ToDoubleFunction<ClientMetrics> value) {
        return fork(key, decimals, fork -> value.applyAsDouble(fork.counts().metrics()));
    }

    private static Column<SampleRow> load(ColumnKey key, Function<MachineLoad, OptionalDouble> value) {
        return Column.number(
                key, 3, row -> row.host().map(HostMeasurements::load).map(value).orElse(OptionalDouble.empty()));
    }

    private static OptionalDouble value(SampleRow row, ToDoubleFunction<ForkResult> value) {
        return row.fork().map(fork -> finite(value.applyAsDouble(fork))).orElse(OptionalDouble.empty());
    }

    /** Returns the value; empty if it is not finite. */
    static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
