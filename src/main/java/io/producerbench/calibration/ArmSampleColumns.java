package io.producerbench.calibration;

import io.producerbench.results.Column;
import io.producerbench.results.RunIdentity;
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
    public static final List<Column<ArmSample>> ALL = all();

    private ArmSampleColumns() {}

    private static List<Column<ArmSample>> all() {
        List<Column<ArmSample>> columns =
                new ArrayList<>(RunIdentity.leadingColumns(ArmSample::run, ArmSample::startedAt));
        columns.add(Column.text("block", row -> row.step().block()));
        columns.add(Column.text("order_in_block", row -> row.step().orderInBlock()));
        columns.add(Column.text("arm", row -> row.arm().label()));
        columns.add(Column.text("mode", row -> row.step().scenario().guarantee().mode()));
        columns.add(Column.text(
                "record_size", row -> row.step().scenario().workload().recordSize()));
        columns.add(number("records_per_s", 1, ArmReadings::recordsPerSecond));
        columns.add(number("client_cpu_ns_per_record", 1, ArmReadings::clientCpuNanosPerRecord));
        columns.add(number("client_alloc_bytes_per_record", 2, ArmReadings::clientAllocBytesPerRecord));
        columns.add(number("log_end_records_per_s", 1, ArmReadings::logEndRecordsPerSecond));
        columns.add(count("acknowledged", ArmReadings::acknowledged));
        columns.add(count("log_end_delta", ArmReadings::logEndDelta));
        columns.add(Column.text("status", ArmSample::status));
        columns.add(Column.text("status_reason", ArmSample::statusReason));
        return List.copyOf(columns);
    }

    private static Column<ArmSample> number(String name, int decimals, Function<ArmReadings, OptionalDouble> value) {
        return Column.number(name, decimals, row -> value.apply(row.readings()));
    }

    private static Column<ArmSample> count(String name, Function<ArmReadings, OptionalLong> value) {
        return Column.number(name, 0, row -> {
            OptionalLong count = value.apply(row.readings());
            return count.isPresent() ? OptionalDouble.of(count.getAsLong()) : OptionalDouble.empty();
        });
    }
}
