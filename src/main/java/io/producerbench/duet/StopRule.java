package io.producerbench.duet;

import io.producerbench.scenario.Scenario;
import java.util.List;

/** When a scenario has been measured often enough, fixed before the first pair. Statistics are not the suite's business. */
public interface StopRule {
    /**
     * True if further pairs could still change the judgement.
     *
     * @param logRatios of the scenario's pairs that count, in the order in which they were measured
     */
    boolean isOpen(Scenario scenario, List<Double> logRatios);

    /** The pairs after which every scenario is closed. */
    int mostPairs();
}
