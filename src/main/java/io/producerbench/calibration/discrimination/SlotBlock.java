package io.producerbench.calibration.discrimination;

import io.producerbench.results.Column;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.RunKeys;
import io.producerbench.results.SampleKeys;
import io.producerbench.stats.MedianInterval;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * One block of a comparison against the stub: slots of both arms in turn, A B B A or B A A B again and again. After each such
 * four the two producers change arms, so that no lasting difference between them can look like one between the arms. One row
 * of {@code discrimination-blocks.csv}.
 *
 * @param comparison from 1; its blocks are spread over minutes, because comparisons take turns
 * @param planted how much more CPU time a record of the new arm was to cost, as a share
 * @param turns of the planted loop for every sixteen records of the new arm
 * @param block of the comparison, from 1
 * @param baseFirst whether it began with the base
 * @param base the base's slots
 * @param other the new arm's, each measured right before or after the base's with the same index
 */
public record SlotBlock(
        String runId,
        int comparison,
        double planted,
        int turns,
        int block,
        boolean baseFirst,
        List<Slot> base,
        List<Slot> other) {

    static final String BASE = "base";
    static final String NEW = "new";
    static final ColumnKey COMPARISON = new ColumnKey("comparison");
    static final ColumnKey PLANTED = new ColumnKey("planted");

    /** CPU time of the client's threads for a record, in nanoseconds. */
    static final ColumnKey CPU_NS_PER_RECORD = new ColumnKey("cpu_ns_per_record");

    /** What one slot gave. */
    public record Slot(double cpuNanosPerRecord, double recordsPerSecond) {}

    /** In order; {@code results/README.md} says what each means. */
    static final List<Column<SlotBlock>> COLUMNS = List.of(
            Column.text(RunKeys.RUN_ID, SlotBlock::runId),
            Column.text(COMPARISON, SlotBlock::comparison),
            Column.text(PLANTED, SlotBlock::planted),
            Column.text("turns", SlotBlock::turns),
            Column.text(SampleKeys.BLOCK, SlotBlock::block),
            Column.text("first", row -> row.baseFirst() ? BASE : NEW),
            number(CPU_NS_PER_RECORD.of(BASE), 2, row -> median(row.base(), Slot::cpuNanosPerRecord)),
            number(CPU_NS_PER_RECORD.of(NEW), 2, row -> median(row.other(), Slot::cpuNanosPerRecord)),
            number(logRatio(CPU_NS_PER_RECORD), 6, SlotBlock::logRatioOfCpu),
            number(SampleKeys.RECORDS_PER_S.of(BASE), 0, row -> median(row.base(), Slot::recordsPerSecond)),
            number(SampleKeys.RECORDS_PER_S.of(NEW), 0, row -> median(row.other(), Slot::recordsPerSecond)),
            number(logRatio(SampleKeys.RECORDS_PER_S), 6, row -> row.logRatio(Slot::recordsPerSecond)));

    /** Of CPU time for a record, new arm to base. */
    double logRatioOfCpu() {
        return logRatio(Slot::cpuNanosPerRecord);
    }

    /** The mean of both ways in which the producers are the arms, whichever came first. */
    private double logRatio(ToDoubleFunction<Slot> value) {
        return (logRatio(value, 0) + logRatio(value, 1)) / 2;
    }

    private double logRatio(ToDoubleFunction<Slot> value, int way) {
        return midmean(IntStream.range(0, base.size())
                .filter(pair -> wayOf(pair) == way)
                .mapToDouble(i -> Math.log(value.applyAsDouble(other.get(i)) / value.applyAsDouble(base.get(i))))
                .sorted()
                .toArray());
    }

    /** Two neighbouring pairs, there and back, are of the same way. */
    static int wayOf(int pair) {
        return pair / 2 % 2;
    }

    /**
     * The mean of the middle half (John Tukey's midmean): slots that the machine disturbed do not move it, and it varies less
     * than the median.
     */
    static double midmean(double[] ascending) {
        int cut = ascending.length / 4;
        return Arrays.stream(ascending, cut, ascending.length - cut).average().orElseThrow();
    }

    /** Returns the key of the logarithm of the ratio of both arms. */
    static ColumnKey logRatio(ColumnKey column) {
        return column.of("log_ratio");
    }

    private static double median(List<Slot> slots, ToDoubleFunction<Slot> value) {
        return MedianInterval.medianOf(slots.stream().mapToDouble(value).toArray());
    }

    private static Column<SlotBlock> number(ColumnKey name, int decimals, ToDoubleFunction<SlotBlock> value) {
        return Column.number(name, decimals, row -> OptionalDouble.of(value.applyAsDouble(row)));
    }
}
