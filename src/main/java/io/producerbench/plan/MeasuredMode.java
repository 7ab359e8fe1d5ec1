package io.producerbench.plan;

import io.producerbench.guarantee.Mode;
import io.producerbench.results.Acks1Ratios;
import io.producerbench.results.RelativeMetric;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunKeys;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.SummaryKeys;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a sweep holds of one mode while all brokers are up.
 *
 * @param fastest the row in closed loop
 * @param fixed the rows at fixed rates with the same settings, the lowest rate first
 */
record MeasuredMode(Mode mode, SweptRun run, ResultRow fastest, List<ResultRow> fixed) {
    /**
     * Returns the mode in the run that has the most valid blocks of it, and of equal ones in the
     * last; empty if none has it.
     */
    static Optional<MeasuredMode> of(Mode mode, List<SweptRun> runs, int recordSize, int minInsyncReplicas) {
        return runs.stream()
                .flatMap(run -> fastest(mode, run, 0, recordSize, minInsyncReplicas).stream()
                        .map(row -> of(mode, run, row)))
                .reduce((first, second) -> second.blocks() >= first.blocks() ? second : first);
    }

    private static MeasuredMode of(Mode mode, SweptRun run, ResultRow fastest) {
        return new MeasuredMode(
                mode,
                run,
                fastest,
                run.atFixedRate(fastest, mode, 0)
                        .sorted(Comparator.comparingLong(row -> row.requireCount(ScenarioKeys.TARGET_RATE)))
                        .toList());
    }

    private long blocks() {
        return fastest.requireCount(SummaryKeys.VALID);
    }

    /**
     * Returns the row in closed loop; if other settings vary too, the one with the highest rate. If
     * the mode does not consult {@code min.insync.replicas}, a row with another value does.
     */
    static Optional<ResultRow> fastest(
            Mode mode, SweptRun run, int brokersDown, int recordSize, int minInsyncReplicas) {
        Stream<ResultRow> rows = run.rows(mode, SweptRun.MAX, brokersDown)
                .filter(row -> row.requireInt(ScenarioKeys.RECORD_SIZE) == recordSize)
                .filter(row -> row.amount(SampleKeys.RECORDS_PER_S.median()).orElse(0) > 0)
                .filter(row -> !mode.consultsMinInsyncReplicas() || minimum(row) == minInsyncReplicas);
        return rows.min(Comparator.<ResultRow>comparingInt(row -> minimum(row) == minInsyncReplicas ? 0 : 1)
                .thenComparingInt(MeasuredMode::minimum)
                .thenComparingDouble(
                        row -> -row.amount(SampleKeys.RECORDS_PER_S.median()).orElse(0)));
    }

    private static int minimum(ResultRow row) {
        return row.requireInt(ScenarioKeys.MIN_INSYNC_REPLICAS);
    }

    boolean capacityValid() {
        return fastest.flag(RunKeys.CAPACITY_VALID);
    }

    PlanRange rate() {
        return PlanRange.of(fastest, SampleKeys.RECORDS_PER_S).orElseThrow();
    }

    /** Returns the CPU time of all brokers per record, in µs; empty if they could not be read. */
    Optional<PlanRange> brokerMicros() {
        return PlanRange.of(fastest, SampleKeys.BROKER_CPU_US_PER_RECORD).filter(micros -> micros.low() > 0);
    }

    /** Returns the metric relative to {@code acks=1}; the latency is that at the lowest fixed rate. */
    Optional<PlanRange> relative(RelativeMetric metric) {
        Optional<ResultRow> row = metric.benchmark().equals(SweptRun.MAX)
                ? Optional.of(fastest)
                : fixed.stream().findFirst();
        if (mode == CapacityAnchor.MODE) {
            return row.map(any -> PlanRange.ONE);
        }
        return row.flatMap(of -> Acks1Ratios.of(run.samples()).of(of, metric)).map(PlanRange::of);
    }

    List<MeasuredPoint> points() {
        return fixed.stream().map(MeasuredPoint::of).toList();
    }

    /** Returns the records in one batch at the highest rate. */
    double recordsPerBatch(int recordBytes) {
        double batch = fastest.amount(SampleKeys.BATCH_SIZE_AVG_BYTES.median())
                .orElse(RecordFormat.BATCH_HEADER + RecordFormat.recordBytes(recordBytes));
        return Math.max(1, RecordFormat.recordsPerBatch(batch, recordBytes));
    }
}
