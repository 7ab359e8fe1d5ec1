package io.producerbench.guarantees.experiments;

import java.nio.file.Path;
import java.util.List;

/** One fault and the trials that meet it. The methods are called in this order. */
interface TrialEvent {
    /**
     * Adds a trial.
     *
     * @param number of the trial within its cell
     * @param run makes its records unlike any other trial's
     * @param ledgers a directory for its ledger
     */
    void stage(TrialCell cell, int number, long run, Path ledgers);

    /** When this returns, the trials' topics exist. */
    void prepare();

    /** When this returns, the fault is over. Returns the result of every trial. */
    List<TrialResult> run();

    /** When this returns, the trials' topics are deleted. */
    void forget();
}
