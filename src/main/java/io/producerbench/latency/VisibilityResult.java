package io.producerbench.latency;

import java.util.Collection;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.Aggregator;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;

/** Counts of what consumers saw as a JMH result, so that JMH brings them from the fork. */
public final class VisibilityResult extends Result<VisibilityResult> {
    private static final long serialVersionUID = 1L;

    private static final String LABEL = "visible";

    private final VisibilityCounts counts;

    public VisibilityResult(VisibilityCounts counts) {
        super(ResultRole.SECONDARY, LABEL, of(counts.measured()), "records", AggregationPolicy.SUM);
        this.counts = counts;
    }

    public VisibilityCounts counts() {
        return counts;
    }

    @Override
    protected Aggregator<VisibilityResult> getThreadAggregator() {
        return VisibilityResult::merge;
    }

    @Override
    protected Aggregator<VisibilityResult> getIterationAggregator() {
        return VisibilityResult::merge;
    }

    private static VisibilityResult merge(Collection<VisibilityResult> results) {
        return new VisibilityResult(results.stream()
                .map(VisibilityResult::counts)
                .reduce(VisibilityCounts::plus)
                .orElseThrow());
    }
}
