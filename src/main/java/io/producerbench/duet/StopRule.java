package io.producerbench.duet;

import io.producerbench.scenario.Scenario;
import io.producerbench.stats.Looks;
import io.producerbench.stats.Metric;
import io.producerbench.stats.PairedComparison;
import java.util.List;

/**
 * Decides when a scenario needs no more pairs. The rule is fixed before the first pair. It uses the
 * looks and the statistics of the summary, so that the summary has the judgement that ended the
 * scenario.
 */
public record StopRule(Looks looks) {
    /**
     * True if further pairs could still change the judgement.
     *
     * @param logRatios the log ratios of the scenario's pairs that count, in the order in which
     *     they were measured
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
