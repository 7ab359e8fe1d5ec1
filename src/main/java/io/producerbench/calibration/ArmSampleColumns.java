package io.producerbench.calibration;

import io.producerbench.results.Column;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.TrialKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The columns of {@code calibration-samples.csv}, in order. {@code docs/files} says what
 * each means.
 */
public final class ArmSampleColumns {
    static final ColumnKey ARM = new ColumnKey("arm");

    /** What the columns mean: names, unit, meaning, and when a cell is empty. */
    public static final String WORDS = """
            schema_version run_id | | as in `samples.csv` | never
            started_at | UTC | when the arm began | never
            commit dirty cluster_kind broker_version client_version jdk cpu_model cores capacity_valid seed | | as in `samples.csv` | as there
            block | | from 1; a block measures every arm once | never
            order_in_block | | from 1; the place in the block's shuffle | never
            arm | | `bare-loop`: the shortest loop that can send the records; `max-rate`: MaxRate, which times 1 record in 16; `max-rate-every-record`: MaxRate, which times every record; `fixed-rate`: FixedRate; `naive-send`: a JMH benchmark of `send()` that waits for no acknowledgement; `perf-test`: kafka-producer-perf-test | never
            mode | | `acks=0`, `acks=1`, `acks=all`, `idempotent` or `transactional` | never
            record_size | bytes | length of each record's value | never
            records_per_s | records/s | by the arm's own count | FAILED, not reported by the arm
            client_cpu_ns_per_record | ns | CPU time of the sending and network threads | likewise
            client_alloc_bytes_per_record | bytes | heap allocated by the sending and network threads | likewise
            log_end_records_per_s | records/s | growth of the brokers' log, without control records | likewise
            acknowledged | records | callbacks without an exception | likewise
            log_end_delta | records | records of the arm that the brokers hold, without control records | likewise
            status | | as in `samples.csv` | never
            status_reason | | the problem | OK
            """;

    public static final List<Column<ArmSample>> ALL = all();

    private ArmSampleColumns() {}

    private static List<Column<ArmSample>> all() {
        List<Column<ArmSample>> columns =
                new ArrayList<>(RunIdentity.leadingColumns(ArmSample::run, ArmSample::startedAt));
        columns.add(Column.text(SampleKeys.BLOCK, row -> row.step().block()));
        columns.add(Column.text(SampleKeys.ORDER_IN_BLOCK, row -> row.step().orderInBlock()));
        columns.add(Column.text(ARM, row -> row.arm().label()));
        columns.add(Column.text(
                TrialKeys.MODE, row -> row.step().scenario().guarantee().mode()));
        columns.add(Column.text(
                ScenarioKeys.RECORD_SIZE,
                row -> row.step().scenario().workload().recordSize()));
        columns.add(number(SampleKeys.RECORDS_PER_S, 1, ArmReadings::recordsPerSecond));
        columns.add(number(new ColumnKey("client_cpu_ns_per_record"), 1, ArmReadings::clientCpuNanosPerRecord));
        columns.add(number(SampleKeys.CLIENT_ALLOC_BYTES_PER_RECORD, 2, ArmReadings::clientAllocBytesPerRecord));
        columns.add(number(SampleKeys.LOG_END_RECORDS_PER_S, 1, ArmReadings::logEndRecordsPerSecond));
        columns.add(count(SampleKeys.ACKNOWLEDGED, ArmReadings::acknowledged));
        columns.add(count(SampleKeys.LOG_END_DELTA, ArmReadings::logEndDelta));
        columns.add(Column.text(SampleKeys.STATUS, ArmSample::status));
        columns.add(Column.text(SampleKeys.STATUS_REASON, ArmSample::statusReason));
        return List.copyOf(columns);
    }

    private static Column<ArmSample> number(ColumnKey key, int decimals, Function<ArmReadings, OptionalDouble> value) {
        return Column.number(key, decimals, row -> value.apply(row.readings()));
    }

    private static Column<ArmSample> count(ColumnKey key, Function<ArmReadings, OptionalLong> value) {
        return Column.number(key, 0, row -> {
            OptionalLong count = value.apply(row.readings());
            return count.isPresent() ? OptionalDouble.of(count.getAsLong()) : OptionalDouble.empty();
        });
    }
}
