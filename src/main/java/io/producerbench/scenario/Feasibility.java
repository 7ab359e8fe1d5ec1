package io.producerbench.scenario;

import io.producerbench.scenario.Pacing.OpenLoop;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds settings with which no sample can be taken, although each of them is valid alone. Kafka's
 * client notices them only when it sends, so they would spoil every sample.
 */
public final class Feasibility {
    /** What a record takes in a batch beside its value, at most: headers of the batch and the record, and a key. */
    private static final int MOST_OVERHEAD_BYTES = 128;

    /** Kafka's default of {@code transaction.timeout.ms}, which is not changed here. */
    private static final int TRANSACTION_TIMEOUT_SECONDS = 60;

    /** The index that a record carries if consumers read it. */
    private static final int INDEX_BYTES = Long.BYTES;

    /** More than a producer on any machine sends in a second. */
    private static final long MOST_BYTES_PER_SECOND = 10_000_000_000L;

    private Feasibility() {}

    /** Returns why no sample of this scenario can be taken, with the settings at fault; empty if one can. */
    public static Optional<String> problem(Scenario scenario) {
        Workload workload = scenario.workload();
        int room = Math.max(workload.batchSize(), workload.recordSize() + MOST_OVERHEAD_BYTES);
        if (workload.bufferMemory() < room) {
            return problem(
                    "bufferMemory=%d holds no batch: batchSize=%d and recordSize=%d need %d bytes for one; give"
                            + " bufferMemory=%d or more",
                    workload.bufferMemory(), workload.batchSize(), workload.recordSize(), room, room);
        }
        if (scenario.isRead() && workload.recordSize() < INDEX_BYTES) {
            return problem(
                    "recordSize=%d: records that are read carry their index, which takes %d bytes; give recordSize=%d or"
                            + " more",
                    workload.recordSize(), INDEX_BYTES, INDEX_BYTES);
        }
        if (scenario.isRead() && scenario.isInvisible()) {
            return problem(
                    "minInsyncReplicas=%d with brokersDown=%d: no consumer sees a record while fewer replicas live than"
                            + " the minimum, so there is nothing to time; give a lower minimum or FixedRate",
                    scenario.guarantee().minInsyncReplicas(), scenario.brokersDown());
        }
        if (workload.openTransactionMs() > 0 && !scenario.isRead()) {
            return problem(
                    "openTransactionMs=%d holds back consumers, and only the benchmark Visible has some; give Visible, or"
                            + " openTransactionMs=0",
                    workload.openTransactionMs());
        }
        if (workload.abortRate() > 0) {
            Optional<String> pointless = noAborts(scenario);
            if (pointless.isPresent()) {
                return pointless;
            }
        }
        if (!scenario.guarantee().transactional()) {
            return Optional.empty();
        }
        double filling = fillingSeconds(scenario);
        if (filling >= TRANSACTION_TIMEOUT_SECONDS) {
            return problem(
                    "recordsPerTransaction=%d takes %.0f s to fill with %s, and brokers abort a transaction after"
                            + " transaction.timeout.ms=%d; give fewer records or a higher rate",
                    workload.recordsPerTransaction(),
                    filling,
                    scenario.pacing() instanceof OpenLoop open
                            ? "rate=" + open.recordsPerSecond() + " over producers=" + workload.producers()
                            : "recordSize=" + workload.recordSize() + " even at 10 GB/s",
                    1000 * TRANSACTION_TIMEOUT_SECONDS);
        }
        return Optional.empty();
    }

    /** Returns why no transaction would be aborted although the scenario asks for it; empty if some are. */
    private static Optional<String> noAborts(Scenario scenario) {
        String abortRate = "abortRate=" + scenario.values().get(Axis.ABORT_RATE);
        if (!scenario.guarantee().transactional()) {
            return problem(
                    "%s with %s: only transactions can be aborted; add abortRate=0 to measure this mode beside them",
                    abortRate, scenario.guarantee().mode().label());
        }
        return scenario.isRefused()
                ? problem(
                        "%s with minInsyncReplicas=%d and brokersDown=%d: brokers refuse every record, so no transaction"
                                + " ends; give abortRate=0",
                        abortRate, scenario.guarantee().minInsyncReplicas(), scenario.brokersDown())
                : Optional.empty();
    }

    /**
     * Returns how long a producer takes to fill a transaction: the time by which it ends, or else in
     * open loop at its share of the rate, and in closed loop at least.
     */
    public static double fillingSeconds(Scenario scenario) {
        Workload workload = scenario.workload();
        if (workload.transactionMs() > 0) {
            return workload.transactionMs() * 1e-3;
        }
        double records = workload.recordsPerTransaction();
        return scenario.pacing() instanceof OpenLoop open
                ? records * workload.producers() / open.recordsPerSecond()
                : records * workload.recordSize() / MOST_BYTES_PER_SECOND;
    }

    private static Optional<String> problem(String format, Object... arguments) {
        return Optional.of(String.format(Locale.ROOT, format, arguments));
    }
}
