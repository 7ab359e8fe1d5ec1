package io.producerbench.experiments;

import java.util.List;

/**
 * What is done in trials, from a healthy cluster and fresh topics to the last thing that is not healing and reading. Several
 * trials, of different cells, may share one fault: what breaks and what holds then did so under the very same one.
 */
@FunctionalInterface
interface Recipe {
    void run(TrialCluster on, List<Trial> trials);

    /** One trial at a time. */
    interface Alone {
        void run(TrialCluster on, Trial trial);
    }
}
