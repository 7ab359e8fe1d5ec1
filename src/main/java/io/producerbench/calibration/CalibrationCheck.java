package io.producerbench.calibration;

import static io.producerbench.calibration.Threshold.atLeast;
import static io.producerbench.calibration.Threshold.atMost;
import static io.producerbench.calibration.Threshold.atMostAbsolute;
import static io.producerbench.calibration.Threshold.none;
import static io.producerbench.calibration.Threshold.zeroInEveryBlock;

/** The checks of a calibration. */
public enum CalibrationCheck {
    CLOCK_COST("-", "clock cost", Unit.NANOS, none(), Explanation.CLOCK),

    RATE_AGAINST_PEER("G1", "rate ÷ perf-test", Unit.RATIO, atLeast(1.00, 0.98), Explanation.PEER_RATE),
    RATE_AGAINST_BARE_LOOP("G1", "rate ÷ bare loop", Unit.RATIO, atLeast(0.97), Explanation.BARE_LOOP_RATE),

    CPU_SAMPLED_1024("G2", "CPU sampled 1024 B", Unit.RATIO, atMost(1.05), Explanation.BARE_LOOP_CPU),
    CPU_SAMPLED_100("G2", "CPU sampled 100 B", Unit.RATIO, atMost(1.08), Explanation.BARE_LOOP_CPU),
    CPU_EVERY_RECORD("G2", "CPU every record", Unit.RATIO, atMost(1.10), Explanation.BARE_LOOP_CPU),

    ALLOCATION("G3", "allocation − bare loop", Unit.BYTES_PER_RECORD, atMost(1), Explanation.BARE_LOOP_ALLOCATION),

    RECORDS_PER_REQUEST("-", "records per request", Unit.RECORDS, none(), Explanation.REQUEST_FILLING),

    LOG_END_COUNT("G4", "count − log end", Unit.RECORDS, zeroInEveryBlock(), Explanation.COUNT),
    LOG_END_RATE("G4", "rate off log end", Unit.SHARE, atMostAbsolute(0.005), Explanation.COUNTED_RATE),

    LATENCY_ERROR_P50("G5", "latency error p50", Unit.ALLOWANCE, atMost(1), Explanation.LATENCY),
    LATENCY_ERROR_P99("G5", "latency error p99", Unit.ALLOWANCE, atMost(1), Explanation.LATENCY),
    LATENCY_ERROR_P99_9("G5", "latency error p99.9", Unit.ALLOWANCE, atMost(1), Explanation.LATENCY),

    RATE_ERROR("G6", "rate off target", Unit.SHARE, atMostAbsolute(0.001), Explanation.OFFERED_RATE),
    SEND_LAG_P99("G6", "send lag p99", Unit.MICROS, atMost(200), Explanation.LATENESS),

    CPU_AGAINST_PEER("-", "CPU ÷ perf-test", Unit.RATIO, none(), Explanation.PEER_CPU),

    NAIVE_SEND_RATE("-", "rate by send() calls", Unit.RECORDS_PER_SECOND, none(), Explanation.SAME_RATE),
    PEER_RATE("-", "rate by perf-test", Unit.RECORDS_PER_SECOND, none(), Explanation.SAME_RATE),
    OUR_RATE("-", "rate by us", Unit.RECORDS_PER_SECOND, none(), Explanation.SAME_RATE),

    PEER_P50_MS("-", "perf-test p50", Unit.MILLIS, none(), Explanation.SAME_LATENCY),
    PEER_P99_MS("-", "perf-test p99", Unit.MILLIS, none(), Explanation.SAME_LATENCY),
    CLOSED_LOOP_P50_MS("-", "closed loop p50", Unit.MILLIS, none(), Explanation.SAME_LATENCY),
    CLOSED_LOOP_P99_MS("-", "closed loop p99", Unit.MILLIS, none(), Explanation.SAME_LATENCY),
    OUR_P50_MS("-", "our p50", Unit.MILLIS, none(), Explanation.SAME_LATENCY),
    OUR_P99_MS("-", "our p99", Unit.MILLIS, none(), Explanation.SAME_LATENCY),

    STALL_SEEN_BY_PEER_P99_MS("-", "stall, perf-test p99", Unit.MILLIS, none(), Explanation.STALL),
    STALL_SEEN_BY_PEER_P99_9_MS("-", "stall, perf-test p99.9", Unit.MILLIS, none(), Explanation.STALL),
    STALL_SEEN_BY_US_P99_MS("-", "stall, our p99", Unit.MILLIS, none(), Explanation.STALL),
    STALL_SEEN_BY_US_P99_9_MS("-", "stall, our p99.9", Unit.MILLIS, none(), Explanation.STALL);

    private final String id;
    private final String measure;
    private final Unit unit;
    private final Threshold target;
    private final Explanation explanation;

    CalibrationCheck(String id, String measure, Unit unit, Threshold target, Explanation explanation) {
        this.id = id;
        this.measure = measure;
        this.unit = unit;
        this.target = target;
        this.explanation = explanation;
    }

    /** Returns the goal, {@code G1} to {@code G6}, or {@code -} for a number without a target. */
    public String id() {
        return id;
    }

    /** Returns what is measured, in a few words. */
    public String measure() {
        return measure;
    }

    public Unit unit() {
        return unit;
    }

    public Threshold target() {
        return target;
    }

    public Explanation explanation() {
        return explanation;
    }
}
