package io.producerbench.report;

import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.SummaryKeys;
import java.util.OptionalLong;

/**
 * How many trials a cell had, by their results.
 *
 * @param valid trials that could be judged
 * @param invalid trials whose fault had no effect
 * @param unknown trials whose records could not be read back
 * @param asExpected valid trials whose result was as expected
 * @param each the count of the first watched anomaly, if it is the same in every valid trial;
 *     otherwise empty
 * @param bound how many valid trials saw a watched anomaly, and the bound of its rate; empty
 *     without a valid trial
 */
public record TrialCount(long valid, long invalid, long unknown, long asExpected, OptionalLong each, String bound) {
    static TrialCount of(ResultRow row) {
        return new TrialCount(
                row.requireCount(SummaryKeys.VALID),
                row.requireCount(SummaryKeys.INVALID),
                row.requireCount(SampleKeys.UNKNOWN),
                row.requireCount(SummaryKeys.AS_EXPECTED_TRIALS),
                each(row),
                row.text(SummaryKeys.BOUND));
    }

    private static OptionalLong each(ResultRow row) {
        OptionalLong least = row.count(SummaryKeys.FIRST_COUNT.min());
        return least.equals(row.count(SummaryKeys.FIRST_COUNT.max())) ? least : OptionalLong.empty();
    }

    public boolean measured() {
        return valid > 0;
    }

    /** Returns true if every valid trial was as expected, also if there is none. */
    public boolean alwaysAsExpected() {
        return asExpected == valid;
    }
}
