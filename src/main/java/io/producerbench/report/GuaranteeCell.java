package io.producerbench.report;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.guarantee.Mode;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.TrialKeys;
import io.producerbench.results.trials.CountedAnomalies;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One experiment under one fault in one mode, over all its trials: a row of
 * {@code guarantees-summary.csv}.
 *
 * @param acknowledged records, over all valid trials; with acks=0 the records that the producer
 *     took for sent
 * @param watched the anomalies by which a trial is judged
 * @param seen the count of each anomaly, watched or not
 * @param unavailableMs how long no record could be written, in milliseconds, the median of the
 *     valid trials
 * @param retries records sent again, over all valid trials
 * @param facts other observations, in one line
 */
public record GuaranteeCell(
        NamedFault fault,
        Mode mode,
        int minInsyncReplicas,
        TrialCount trials,
        OptionalLong acknowledged,
        List<Anomaly> watched,
        Map<Anomaly, AnomalyCount> seen,
        OptionalDouble unavailableMs,
        OptionalLong retries,
        String facts) {

    /**
     * Reads the cells of a {@code guarantees-summary.csv}.
     *
     * @throws io.producerbench.results.ResultFileException if a row is not of such a file
     */
    public static List<GuaranteeCell> of(List<ResultRow> summary) {
        return summary.stream().map(GuaranteeCell::of).toList();
    }

    private static GuaranteeCell of(ResultRow row) {
        TrialCount trials = TrialCount.of(row);
        Map<Anomaly, AnomalyCount> seen = new EnumMap<>(Anomaly.class);
        for (Anomaly anomaly : CountedAnomalies.ALL) {
            AnomalyCount.of(row, anomaly).ifPresent(what -> {
                row.require(
                        what.trials() <= trials.valid(),
                        CountedAnomalies.column(anomaly).trials(),
                        "at most the " + trials.valid() + " valid trials");
                seen.put(anomaly, what);
            });
        }
        return new GuaranteeCell(
                NamedFault.of(row),
                ModeOfRow.named(row, TrialKeys.MODE),
                row.requireInt(TrialKeys.MIN_INSYNC_REPLICAS),
                trials,
                row.count(SampleKeys.ACKNOWLEDGED),
                watched(row),
                seen,
                row.amount(SampleKeys.UNAVAILABLE_MS.median()),
                row.count(SampleKeys.RETRIES),
                row.text(TrialKeys.FACTS));
    }

    /** Reads the watched anomalies. Different lists of one cell's trials are joined by a plus. */
    private static List<Anomaly> watched(ResultRow row) {
        List<Anomaly> watched = new ArrayList<>();
        try {
            for (String list : row.text(TrialKeys.WATCHED).split("\\+")) {
                watched.addAll(CountedAnomalies.watched(list));
            }
        } catch (IllegalArgumentException e) {
            throw row.wrong(TrialKeys.WATCHED, "names of anomalies joined by |");
        }
        return watched.stream().distinct().toList();
    }

    /** Returns the anomalies that were watched or seen. */
    public List<Anomaly> worthSaying() {
        return seen.keySet().stream()
                .filter(anomaly ->
                        watched.contains(anomaly) || seen.get(anomaly).ever())
                .toList();
    }

    /** Returns the count over all valid trials; 0 if the anomaly was not counted. */
    public long count(Anomaly anomaly) {
        return seen.containsKey(anomaly) ? seen.get(anomaly).count() : 0;
    }
}
