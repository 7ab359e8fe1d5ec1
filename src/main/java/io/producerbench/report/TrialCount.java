package io.producerbench.report;

import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.SummaryKeys;
import java.util.OptionalLong;

/**
 * How many trials a cell had, and what they came to.
 *
 * @param valid those that could be judged
 * @param invalid those whose fault did not bite
 * @param unknown those that could not be told
 * @param asExpected of the valid ones
 * @param each the count of the first watched anomaly that every valid trial had; empty if they differ or there is none
 * @param bound in how many of the valid ones a watched anomaly was seen and what that says of its rate; empty without one
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

    /** Whether nothing came out otherwise; true of no trials. */
    public boolean alwaysAsExpected() {
        return asExpected == valid;
    }
}
