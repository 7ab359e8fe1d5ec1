package io.producerbench.report.picture;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.guarantee.Mode;
import io.producerbench.report.AnomalyCount;
import io.producerbench.report.GuaranteeCell;
import io.producerbench.stats.AnomalyRate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The fault under which a mode did worst in one respect.
 *
 * @param rate of the trials that saw it
 * @param faults the number of faults that were tried and counted
 */
record WorstCase(AnomalyRate rate, int faults) {
    /**
     * Returns the fault with the highest rate, of several the one with most trials; if none had an
     * effect, the one whose trials say least. Empty if the mode was not tried.
     */
    static Optional<WorstCase> of(List<GuaranteeCell> cells, Mode mode, List<Anomaly> anomalies) {
        List<AnomalyRate> rates = cells.stream()
                .filter(cell -> cell.mode() == mode && cell.trials().valid() > 0)
                .filter(cell -> cell.worthSaying().stream().anyMatch(anomalies::contains))
                .map(cell -> rate(cell, anomalies))
                .toList();
        return rates.stream()
                .max(Comparator.<AnomalyRate>comparingDouble(rate -> (double) rate.hits() / rate.trials())
                        .thenComparingDouble(AnomalyRate::lower)
                        .thenComparingDouble(AnomalyRate::upper))
                .map(rate -> new WorstCase(rate, rates.size()));
    }

    /** Returns the rate of trials that saw any of these; the one seen most often stands for them. */
    static AnomalyRate rate(GuaranteeCell cell, List<Anomaly> anomalies) {
        long hits = anomalies.stream()
                .filter(cell.seen()::containsKey)
                .map(cell.seen()::get)
                .mapToLong(AnomalyCount::trials)
                .max()
                .orElse(0);
        return new AnomalyRate((int) hits, (int) cell.trials().valid());
    }

    boolean ever() {
        return rate.hits() > 0;
    }

    /** Returns the bound of the rate, with 95 % confidence. */
    String bound() {
        double bound = 100 * (ever() ? rate.lower() : rate.upper());
        return (ever() ? "≥ " : "≤ ") + String.format(Locale.ROOT, bound < 10 ? "%.1f" : "%.0f", bound) + " %";
    }
}
