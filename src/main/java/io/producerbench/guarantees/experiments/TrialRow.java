package io.producerbench.guarantees.experiments;

import io.producerbench.results.RunIdentity;

/** One trial of one run: one row of {@code guarantees.csv}. */
public record TrialRow(RunIdentity run, TrialResult result) {
    TrialCell cell() {
        return result.cell();
    }
}
