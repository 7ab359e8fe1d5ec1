package io.producerbench.duet;

import io.producerbench.scenario.Scenario;
import io.producerbench.stats.Looks;
import io.producerbench.stats.Metric;
import io.producerbench.stats.PairedComparison;
import java.util.List;

/**
 * When a scenario is measured no more, fixed before the first pair. It looks when the summary looks, by the same statistics, so
 * that the summary finds the judgement that ended the scenario.
 */
public record StopRule(Looks looks) {
    /**
     * True if further pairs could still change the judgement.
     *
     * @param logRatios of the scenario's pairs that count, in the order in which they were measured
     */
    boolean isOpen(Scenario scenario, List<Double> logRatios) {
        Metric metric = ComparedMetric.decisive(scenario).metric();
        return new PairedComparison(metric.better(), metric.margin(), looks).isOpen(logRatios);
    }

    /** Returns the number of counting pairs after which every scenario is closed. */
    int mostPairs() {
        return looks.most();
    }
}
