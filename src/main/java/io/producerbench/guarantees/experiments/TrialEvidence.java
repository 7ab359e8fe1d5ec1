package io.producerbench.guarantees.experiments;

import io.producerbench.guarantees.experiments.TrialResult.Observed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one trial shows while it runs: facts, deviations from what was expected, and what the fault
 * hit.
 */
final class TrialEvidence {
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final List<String> deviations = new ArrayList<>();
    private long faultHits;
    private OptionalLong unavailableMs = OptionalLong.empty();
    private Optional<String> invalid = Optional.empty();

    /** Notes an observation for the reader of the results. */
    void note(String what, Object got) {
        facts.put(what, String.valueOf(got));
    }

    /** Notes an observation that must equal {@code expected}. */
    void expect(String what, Object expected, Object got) {
        note(what, got);
        if (!String.valueOf(expected).equals(String.valueOf(got))) {
            deviations.add(what + ": expected " + expected + ", got " + got);
        }
    }

    /** Notes an observation that must be more than {@code bound}. */
    void expectMore(String what, long bound, long got) {
        note(what, got);
        if (got <= bound) {
            deviations.add(what + ": expected more than " + bound + ", got " + got);
        }
    }

    /** Adds what a fault hit: frames, brokers, or 1 for a recipe without a fault. */
    void hit(long hits) {
        faultHits += hits;
    }

    /** Makes the trial invalid if its fault hit nothing. */
    void requireHit() {
        if (faultHits == 0) {
            invalidate("the fault hit nothing");
        }
    }

    /** Makes the trial invalid, because something else was done than intended, or nothing. */
    void invalidate(String reason) {
        invalid = Optional.of(reason);
    }

    /** Returns why the trial says nothing, empty if it is valid. */
    Optional<String> invalid() {
        return invalid;
    }

    /** Notes how long after the fault the partitions took writes again. */
    void unavailable(Duration duration) {
        unavailableMs = OptionalLong.of(duration.toMillis());
    }

    List<String> deviations() {
        return deviations;
    }

    /** Returns what belongs to the result, together with the retries of the trial's producers. */
    Observed observed(long retries) {
        return new Observed(unavailableMs, retries, faultHits, facts);
    }
}
