package io.producerbench.latency;

import java.util.Collection;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.Aggregator;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;

/**
 * Counts as a JMH result, so that JMH brings them from the fork. The score is completed records per
 * second.
 */
public final class CountsResult extends Result<CountsResult> {
    private static final long serialVersionUID = 1L;

    /** The label among JMH's secondary results. */
    public static final String LABEL = "completed";

    private final IterationCounts counts;

    public CountsResult(IterationCounts counts) {
        super(ResultRole.SECONDARY, LABEL, of(counts.recordsPerSecond()), "records/s", AggregationPolicy.AVG);
        this.counts = counts;
    }

    public IterationCounts counts() {
        return counts;
    }

    @Override
    protected Aggregator<CountsResult> getThreadAggregator() {
        return CountsResult::merge;
    }

    @Override
    protected Aggregator<CountsResult> getIterationAggregator() {
        return CountsResult::merge;
    }

    private static CountsResult merge(Collection<CountsResult> results) {
        return new CountsResult(results.stream()
                .map(CountsResult::counts)
                .reduce(IterationCounts::and)
                .orElseThrow());
    }
}
