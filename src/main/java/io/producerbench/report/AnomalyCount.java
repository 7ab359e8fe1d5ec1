package io.producerbench.report;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.results.ResultRow;
import io.producerbench.results.trials.CountedAnomalies;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How often the valid trials of a cell saw one anomaly.
 *
 * @param count over all valid trials
 * @param trials the number of trials that saw it
 * @param typical the median count of the trials that saw it; empty if none did
 */
public record AnomalyCount(long count, long trials, OptionalDouble typical) {
    /** Reads the count from a row; empty if the anomaly was not counted. */
    static Optional<AnomalyCount> of(ResultRow row, Anomaly anomaly) {
        OptionalLong count = row.count(CountedAnomalies.column(anomaly));
        OptionalLong trials = row.count(CountedAnomalies.column(anomaly).trials());
        OptionalDouble typical = row.amount(CountedAnomalies.column(anomaly).median());
        row.require(
                count.orElse(0) == 0 || typical.isPresent(),
                CountedAnomalies.column(anomaly).median(),
                "the median of what was seen");
        return count.isEmpty() || trials.isEmpty()
                ? Optional.empty()
                : Optional.of(new AnomalyCount(count.getAsLong(), trials.getAsLong(), typical));
    }

    public boolean ever() {
        return count > 0;
    }
}
