package io.producerbench.guarantees.experiments;

import io.producerbench.guarantee.Verdict;
import io.producerbench.guarantees.verification.RecordCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one trial gave.
 *
 * @param number of the trial within its cell, from 1
 * @param reason one line; why the verdict is UNKNOWN or INVALID, or how the trial deviates from what was expected
 * @param counts empty if the trial is INVALID
 * @param unavailable from the fault until the partitions took writes with {@code acks=all} again, in ms; empty if not waited for
 * @param faultHits what the faults withheld, dropped or killed: at least 1, or the trial is INVALID
 * @param facts what else was seen
 */
public record TrialResult(
        TrialCell cell,
        int number,
        Instant startedAt,
        Duration took,
        Verdict verdict,
        String reason,
        Optional<RecordCounts> counts,
        OptionalLong unavailable,
        long retries,
        long faultHits,
        Map<String, String> facts) {

    /** Whether the trial says anything. */
    public boolean isValid() {
        return verdict == Verdict.HELD || verdict == Verdict.BROKEN;
    }

    /** Whether it came out as it must. */
    public boolean isAsExpected() {
        return isValid() && reason.isEmpty();
    }
}
