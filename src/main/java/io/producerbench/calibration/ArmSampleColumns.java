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
 * The columns of {@code calibration-samples.csv}, in order. {@code results/README.md} says what
 * each means.
 */
public final class ArmSampleColumns {
    static final ColumnKey ARM = new ColumnKey("arm");

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
