package io.producerbench.calibration;

import io.producerbench.results.Column;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Four slots of a comparison against the stub, two of each arm, in the order A B B A or B A A B: one row of
 * {@code discrimination-blocks.csv}.
 *
 * @param comparison from 1; its blocks are spread over minutes, because comparisons take turns
 * @param planted how much more CPU time a record of the new arm was to cost, as a share
 * @param turns of the planted loop for each record of the new arm
 * @param block of the comparison, from 1
 * @param baseFirst whether it was base, new, new, base
 * @param swapped whether the first of the two producers was the new arm's
 */
record SlotBlock(
        String runId,
        int comparison,
        double planted,
        int turns,
        int block,
        boolean baseFirst,
        boolean swapped,
        Slot base1,
        Slot base2,
        Slot new1,
        Slot new2) {

    /** What one slot gave. */
    record Slot(double cpuNanosPerRecord, double recordsPerSecond) {}

    static final List<Column<SlotBlock>> COLUMNS = List.of(
            Column.text("run_id", SlotBlock::runId),
            Column.text("comparison", SlotBlock::comparison),
            Column.text("planted", SlotBlock::planted),
            Column.text("turns", SlotBlock::turns),
            Column.text("block", SlotBlock::block),
            Column.text("order", row -> row.baseFirst() ? "ABBA" : "BAAB"),
            Column.text("swapped", SlotBlock::swapped),
            cpu("base_cpu_ns_per_record_1", row -> row.base1().cpuNanosPerRecord()),
            cpu("base_cpu_ns_per_record_2", row -> row.base2().cpuNanosPerRecord()),
            cpu("new_cpu_ns_per_record_1", row -> row.new1().cpuNanosPerRecord()),
            cpu("new_cpu_ns_per_record_2", row -> row.new2().cpuNanosPerRecord()),
            rate("base_records_per_s_1", row -> row.base1().recordsPerSecond()),
            rate("base_records_per_s_2", row -> row.base2().recordsPerSecond()),
            rate("new_records_per_s_1", row -> row.new1().recordsPerSecond()),
            rate("new_records_per_s_2", row -> row.new2().recordsPerSecond()));

    private static Column<SlotBlock> cpu(String name, ToDoubleFunction<SlotBlock> value) {
        return Column.number(name, 2, row -> OptionalDouble.of(value.applyAsDouble(row)));
    }

    private static Column<SlotBlock> rate(String name, ToDoubleFunction<SlotBlock> value) {
        return Column.number(name, 0, row -> OptionalDouble.of(value.applyAsDouble(row)));
    }
}
