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
 * One block of a comparison against the stub: slots of both arms in turn, A B B A or B A A B
 * repeatedly. After each four slots, the two producers change arms, so that a lasting difference
 * between the producers does not look like a difference between the arms. One row of
 * {@code discrimination-blocks.csv}.
 *
 * @param comparison from 1; its blocks are spread over minutes, because comparisons take turns
 * @param planted the share of CPU time that was added to a record of the new arm
 * @param turns of the planted loop for every sixteen records of the new arm
 * @param block of the comparison, from 1
 * @param baseFirst whether the block began with the base
 * @param base the slots of the base
 * @param other the new arm's slots, each measured right before or after the base's slot with the
 *     same index
 */
public record SlotBlock(
        String runId,
        int comparison,
        double planted,
        int turns,
        int block,
        boolean baseFirst,
        List<SlotReading> base,
        List<SlotReading> other) {

    static final String BASE = "base";
    static final String NEW = "new";
    static final ColumnKey COMPARISON = new ColumnKey("comparison");
    static final ColumnKey PLANTED = new ColumnKey("planted");

    /** CPU time of the client's threads for a record, in nanoseconds. */
    static final ColumnKey CPU_NS_PER_RECORD = new ColumnKey("cpu_ns_per_record");

    /** The readings of one slot. */
    public record SlotReading(double cpuNanosPerRecord, double recordsPerSecond) {}

    /** What the columns mean: names, unit, meaning, and when a cell is empty. */
    public static final String WORDS = """
            run_id | | as in `samples.csv` | never
            comparison | | from 1; its rows are one comparison | never
            planted | share | the additional CPU time that a record of the new arm should cost; 0: the arms are the same | never
            turns | | of the planted loop for every sixteen of its records, from what a turn was found to cost in the latest hundred of blocks measured for that | never
            block | | of the comparison, from 1 | never
            first | | which arm began, drawn at random for each block: `base` or `new` | never
            base_cpu_ns_per_record new_cpu_ns_per_record | ns | CPU time of sending and network threads; the median of the arm's slots | never
            log_ratio_cpu_ns_per_record | | natural logarithm of new divided by base: over the 24 pairs of neighbours of either way in which the producers are the arms, the mean of the middle half; of both ways the mean | never
            base_records_per_s new_records_per_s | records/s | acknowledged; the median of the arm's slots | never
            log_ratio_records_per_s | | likewise | never
            """;

    /** In order; {@code docs/files} says what each means. */
    public static final List<Column<SlotBlock>> COLUMNS = List.of(
            Column.text(RunKeys.RUN_ID, SlotBlock::runId),
            Column.text(COMPARISON, SlotBlock::comparison),
            Column.text(PLANTED, SlotBlock::planted),
            Column.text("turns", SlotBlock::turns),
            Column.text(SampleKeys.BLOCK, SlotBlock::block),
            Column.text(SampleKeys.FIRST, row -> row.baseFirst() ? BASE : NEW),
            number(CPU_NS_PER_RECORD.of(BASE), 2, row -> median(row.base(), SlotReading::cpuNanosPerRecord)),
            number(CPU_NS_PER_RECORD.of(NEW), 2, row -> median(row.other(), SlotReading::cpuNanosPerRecord)),
            number(logRatio(CPU_NS_PER_RECORD), 6, SlotBlock::logRatioOfCpu),
            number(SampleKeys.RECORDS_PER_S.of(BASE), 0, row -> median(row.base(), SlotReading::recordsPerSecond)),
            number(SampleKeys.RECORDS_PER_S.of(NEW), 0, row -> median(row.other(), SlotReading::recordsPerSecond)),
            number(logRatio(SampleKeys.RECORDS_PER_S), 6, row -> row.logRatio(SlotReading::recordsPerSecond)));

    /** Returns the logarithm of the ratio of CPU times for a record, new arm to base. */
    double logRatioOfCpu() {
        return logRatio(SlotReading::cpuNanosPerRecord);
    }

    /**
     * Returns the mean over both assignments of the producers to the arms, each with the same
     * weight.
     */
    private double logRatio(ToDoubleFunction<SlotReading> value) {
        return (logRatio(value, 0) + logRatio(value, 1)) / 2;
    }

    private double logRatio(ToDoubleFunction<SlotReading> value, int way) {
        return midmean(IntStream.range(0, base.size())
                .filter(pair -> wayOf(pair) == way)
                .mapToDouble(i -> Math.log(value.applyAsDouble(other.get(i)) / value.applyAsDouble(base.get(i))))
                .sorted()
                .toArray());
    }

    /**
     * Returns the assignment of producers to arms in a pair. Two neighbouring pairs have the same.
     */
    static int wayOf(int pair) {
        return pair / 2 % 2;
    }

    /**
     * Returns the mean of the middle half (John Tukey's midmean). Slots that the machine disturbed
     * do not change it, and it varies less than the median.
     */
    static double midmean(double[] ascending) {
        int cut = ascending.length / 4;
        return Arrays.stream(ascending, cut, ascending.length - cut).average().orElseThrow();
    }

    /** Returns the key of the logarithm of the ratio of both arms. */
    static ColumnKey logRatio(ColumnKey column) {
        return column.of("log_ratio");
    }

    private static double median(List<SlotReading> slots, ToDoubleFunction<SlotReading> value) {
        return MedianInterval.medianOf(slots.stream().mapToDouble(value).toArray());
    }

    private static Column<SlotBlock> number(ColumnKey name, int decimals, ToDoubleFunction<SlotBlock> value) {
        return Column.number(name, decimals, row -> OptionalDouble.of(value.applyAsDouble(row)));
    }
}
