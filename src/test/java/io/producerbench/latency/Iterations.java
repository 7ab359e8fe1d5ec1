package io.producerbench.latency;

import io.producerbench.latency.MeasuredWindow.BrokerCount;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Counts of iterations that are told apart by when they ended. */
final class Iterations {
    private Iterations() {}

    /**
     * An iteration from {@code start} to {@code end} seconds with {@code succeeded} records;
     * {@code total} since the first.
     */
    static IterationCounts between(int start, int end, long succeeded, long total) {
        MeasuredWindow window = new MeasuredWindow(
                nanos(start),
                nanos(end),
                total - succeeded,
                succeeded,
                0,
                succeeded,
                0,
                0,
                0,
                0,
                0,
                JvmUsage.NONE,
                new BrokerCount(0, 0, 0, 0));
        return new IterationCounts(
                Instant.EPOCH.plusSeconds(start),
                List.of(window),
                new Totals(total, total, Map.of(), Map.of(), 0, 0, 0, 0, 0, 0),
                new ClientMetrics(0, succeeded, 0, 0, total));
    }

    static long nanos(int seconds) {
        return seconds * 1_000_000_000L;
    }
}
