package io.producerbench.report.docs;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.guarantee.Mode;
import io.producerbench.report.ModeOfRow;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SummaryKeys;
import io.producerbench.results.TrialKeys;
import io.producerbench.results.trials.CountedAnomalies;
import io.producerbench.stats.AnomalyRate;
import java.util.List;
import java.util.Optional;

/**
 * What became of records under the faults.
 *
 * @param trials the rows of the summaries of trials
 */
record Faults(List<ResultRow> trials) {
    /** A leader is killed that alone has records, after it acknowledged what it may. */
    static final String LEADER_KILLED = "C5";

    /** The answer to a request is lost after the records were stored. */
    static final String ANSWER_LOST = "C10";

    /** Requests in flight are lost, and the connection breaks. */
    static final String REQUESTS_LOST = "C14";

    /** Returns the row of an experiment without variants; empty if it leaves the mode out. */
    Optional<ResultRow> row(String experiment, Mode mode, int minimum) {
        return trials.stream()
                .filter(row -> row.text(TrialKeys.EXPERIMENT).equals(experiment))
                .filter(row -> ModeOfRow.named(row, TrialKeys.MODE) == mode)
                .filter(row -> row.requireInt(TrialKeys.MIN_INSYNC_REPLICAS) == minimum)
                .findFirst();
    }

    /** Returns how many valid trials saw the anomaly; empty if there is no valid trial. */
    Optional<AnomalyRate> rate(String experiment, Mode mode, int minimum, Anomaly anomaly) {
        return row(experiment, mode, minimum).flatMap(row -> rate(row, anomaly));
    }

    private static Optional<AnomalyRate> rate(ResultRow row, Anomaly anomaly) {
        int valid = row.requireInt(SummaryKeys.VALID);
        int seen = Math.toIntExact(
                row.count(CountedAnomalies.column(anomaly).trials()).orElse(0));
        return valid == 0 ? Optional.empty() : Optional.of(new AnomalyRate(seen, valid));
    }

    static String lost(ResultRow row) {
        return rate(row, Anomaly.LOST).map(DocCells::trials).orElse("");
    }
}
