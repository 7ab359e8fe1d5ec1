package io.producerbench.guarantees.experiments;

import io.producerbench.guarantee.Verdict;

/**
 * What a trial told, whether it was tried now or before the run was stopped.
 *
 * @param reason of the verdict; empty if there is nothing to say
 */
public record ToldTrial(TrialCell cell, Verdict verdict, String reason) {

    /** True if the trial says whether the guarantee held. */
    public boolean isValid() {
        return verdict == Verdict.HELD || verdict == Verdict.BROKEN;
    }

    /** True if the trial is valid and came out as expected. */
    public boolean isAsExpected() {
        return isValid() && reason.isEmpty();
    }

    /** Returns the trial in one line. */
    public String line() {
        return cell.experiment() + "  " + cell.guarantee().mode() + "  min.insync.replicas="
                + cell.guarantee().minInsyncReplicas()
                + (cell.variant().isEmpty() ? "" : "  " + cell.variant()) + "  " + verdict
                + (reason.isEmpty() ? "" : "  " + reason);
    }
}
