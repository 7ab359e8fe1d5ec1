package io.producerbench.curve;

import io.producerbench.curve.search.LatencyGoal;
import io.producerbench.results.CurveKeys;
import io.producerbench.results.JudgementKeys;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleKeys;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a finished trial says, read from its row, so that a run that goes on sees what a run that was
 * never stopped sees.
 *
 * @param counts false if the trial was dropped
 * @param recordsPerSecond empty if it gave no rate
 * @param due the records that were due in it
 * @param late by the text of the goal; empty where nothing is acknowledged
 */
record TrialReading(boolean counts, OptionalDouble recordsPerSecond, long due, Map<String, Long> late) {

    static TrialReading of(ResultRow row) {
        String late = row.text(CurveKeys.LATE);
        return new TrialReading(
                row.text(JudgementKeys.DROPPED).isEmpty(),
                row.amount(SampleKeys.RECORDS_PER_S),
                row.count(CurveKeys.DUE).orElse(0),
                late.isEmpty() ? Map.of() : late(row, late));
    }

    private static Map<String, Long> late(ResultRow row, String text) {
        try {
            return LateRecords.parse(text).counts();
        } catch (IllegalArgumentException e) {
            throw row.wrong(CurveKeys.LATE, "goals with their counts such as p99=20ms:5");
        }
    }

    /** Returns the share of the due records that were late for the goal; 1 if none was due. */
    double lossRatio(LatencyGoal goal) {
        return due == 0 ? 1 : (double) late.getOrDefault(goal.text(), due) / due;
    }
}
