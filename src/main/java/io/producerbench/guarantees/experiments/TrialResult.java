package io.producerbench.guarantees.experiments;

import io.producerbench.guarantee.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The result of one trial.
 *
 * @param number of the trial within its cell, from 1
 * @param judged the verdict, its reason and the counts it rests on
 */
public record TrialResult(
        TrialCell cell, int number, Instant startedAt, Duration took, TrialVerdict judged, Observed observed) {

    /**
     * What was observed while the trial ran.
     *
     * @param unavailable from the fault until the partitions took writes with {@code acks=all}
     *     again, in ms; empty if not waited for
     * @param retries of all producers, in records
     * @param faultHits how many frames or brokers the faults hit: at least 1, or the trial is
     *     INVALID
     * @param facts further observations, by name
     */
    public record Observed(OptionalLong unavailable, long retries, long faultHits, Map<String, String> facts) {}

    public Verdict verdict() {
        return judged.verdict();
    }

    /** Returns the reason of the verdict, empty if there is nothing to say. */
    public String reason() {
        return judged.reason();
    }

    /** Returns what remains of it in the tables. */
    public Told told() {
        return new Told(cell, verdict(), reason());
    }

    /** True if the trial says whether the guarantee held. */
    public boolean isValid() {
        return told().isValid();
    }

    /** True if the trial is valid and came out as expected. */
    public boolean isAsExpected() {
        return told().isAsExpected();
    }

    /**
     * What a trial told, whether it was tried now or before the run was stopped.
     *
     * @param reason of the verdict; empty if there is nothing to say
     */
    public record Told(TrialCell cell, Verdict verdict, String reason) {

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
}
