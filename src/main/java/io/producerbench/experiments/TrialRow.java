package io.producerbench.experiments;

import io.producerbench.results.RunIdentity;

/** One trial of one run: one row of {@code guarantees.csv}. */
public record TrialRow(RunIdentity run, TrialResult result) {
    Cell cell() {
        return result.cell();
    }
}
