package io.producerbench.latency;

import java.util.List;

/** What an iteration tells of visibility: the latencies that have a value, and the counts. */
public record VisibilityResults(List<LatencyResult> latencies, VisibilityCounts counts) {
    public VisibilityResults {
        latencies = List.copyOf(latencies);
    }

    /** Returns the same with a number of transactions that another producer had open meanwhile. */
    public VisibilityResults withOpenTransactions(long count) {
        return new VisibilityResults(latencies, counts.withOpenTransactions(count));
    }
}
