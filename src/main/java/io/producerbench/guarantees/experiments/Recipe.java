package io.producerbench.guarantees.experiments;

import io.producerbench.guarantees.clients.BarrierException;
import io.producerbench.guarantees.faults.FaultMissedException;
import java.util.List;

/**
 * The steps of trials, from a healthy cluster and fresh topics up to healing and reading. Several
 * trials of different cells may share one fault, so that what breaks and what holds is observed
 * under the same fault.
 */
@FunctionalInterface
interface Recipe {
    /**
     * Runs the steps and always heals the cluster. Trials in which the fault had no effect are then
     * invalid.
     */
    void run(TrialCluster on, List<Trial> trials);

    /** The steps of trials that share one fault. */
    @FunctionalInterface
    interface Steps {
        void take(TrialCluster on, List<Trial> trials);
    }

    /** The steps of one trial. */
    @FunctionalInterface
    interface Alone {
        void take(TrialCluster on, Trial trial);
    }

    /** Returns a recipe with one fault for all trials. */
    static Recipe shared(Steps steps) {
        return (on, trials) -> {
            try {
                steps.take(on, trials);
                trials.forEach(trial -> trial.evidence().requireHit());
            } catch (GateException | FaultMissedException | BarrierException e) {
                trials.forEach(trial -> trial.evidence().invalidate(e.getMessage()));
            } finally {
                on.heal();
            }
        };
    }

    /**
     * Returns a recipe that runs one trial after the other, each with its own fault and on a
     * healthy cluster.
     */
    static Recipe alone(Alone alone) {
        Recipe each = shared((on, trials) -> alone.take(on, trials.get(0)));
        return (on, trials) -> trials.forEach(trial -> each.run(on, List.of(trial)));
    }
}
