package io.producerbench.guarantees.experiments;

import io.producerbench.guarantees.faults.FaultMissedException;
import io.producerbench.guarantees.verification.BarrierException;
import java.util.List;

/**
 * What is done in trials, from a healthy cluster and fresh topics to the last thing that is not healing and reading. Several
 * trials, of different cells, may share one fault: what breaks and what holds then did so under the very same one.
 */
@FunctionalInterface
interface Recipe {
    /** Does it, and heals the cluster whatever happens; trials in which it did not bite are invalid then. */
    void run(TrialCluster on, List<Trial> trials);

    /** What trials do. */
    @FunctionalInterface
    interface Steps {
        void take(TrialCluster on, List<Trial> trials);
    }

    /** What one trial does. */
    @FunctionalInterface
    interface Alone {
        void take(TrialCluster on, Trial trial);
    }

    /** One fault for all of them. */
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

    /** One after the other, each with a fault of its own and on a cluster that is healthy again. */
    static Recipe alone(Alone alone) {
        Recipe each = shared((on, trials) -> alone.take(on, trials.get(0)));
        return (on, trials) -> trials.forEach(trial -> each.run(on, List.of(trial)));
    }
}
