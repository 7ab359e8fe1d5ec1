package io.producerbench.duet;

import io.producerbench.scenario.Pacing.ClosedLoop;
import io.producerbench.scenario.Scenario;
import io.producerbench.stats.Looks;
import io.producerbench.stats.Metric;
import io.producerbench.stats.PairedComparison;
import java.util.List;

/** Stops as the summary will judge: at the same looks, by the same statistics. */
public record PairedStopRule(Looks looks) implements StopRule {
    @Override
    public boolean isOpen(Scenario scenario, List<Double> logRatios) {
        Metric metric = DuetSummary.decisive(scenario.pacing() instanceof ClosedLoop ? "MaxRate" : "FixedRate");
        return new PairedComparison(metric.better(), metric.margin(), looks).isOpen(logRatios);
    }

    @Override
    public int mostPairs() {
        return looks.most();
    }
}
