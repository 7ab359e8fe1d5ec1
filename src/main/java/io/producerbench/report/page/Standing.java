package io.producerbench.report.page;

import io.producerbench.guarantee.Mode;
import io.producerbench.report.GuaranteeCell;
import io.producerbench.report.NamedFault;
import io.producerbench.stats.AnomalyRate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How one mode at one {@code min.insync.replicas} kept a promise.
 *
 * @param tried the cells that tell of it
 */
record Standing(Promise promise, List<GuaranteeCell> tried) {
    /** Returns how it stands in the trials that ask for exactly this. */
    static Standing of(Promise promise, Mode mode, int minInsyncReplicas, List<GuaranteeCell> cells) {
        return of(promise, mode, minInsyncReplicas, cells, promise::isToldBy);
    }

    /** Returns how it stands under every fault, restarts and faults without a death included. */
    static Standing underAll(Promise promise, Mode mode, int minInsyncReplicas, List<GuaranteeCell> cells) {
        return of(promise, mode, minInsyncReplicas, cells, promise::concerns);
    }

    private static Standing of(
            Promise promise,
            Mode mode,
            int minInsyncReplicas,
            List<GuaranteeCell> cells,
            Predicate<GuaranteeCell> wanted) {
        return new Standing(
                promise,
                cells.stream()
                        .filter(cell -> cell.mode() == mode && cell.minInsyncReplicas() == minInsyncReplicas)
                        .filter(wanted)
                        .toList());
    }

    boolean isTried() {
        return !tried.isEmpty();
    }

    boolean isKept() {
        return isTried() && broken().isEmpty();
    }

    /** Returns the cells in which it was broken, the one with the largest share first. */
    List<GuaranteeCell> broken() {
        return tried.stream()
                .filter(cell -> hits(cell) > 0)
                .sorted(Comparator.comparing((GuaranteeCell cell) ->
                                (double) hits(cell) / cell.trials().valid())
                        .thenComparing(cell -> cell.trials().valid())
                        .reversed())
                .toList();
    }

    /**
     * Returns what must be so for the promise to hold, if each fault that broke it did so only in
     * some of its variants: those in which it held. Empty if it was kept, or broken in any case.
     */
    Optional<String> condition() {
        List<GuaranteeCell> broken = broken();
        List<String> needed = broken.stream()
                .flatMap(cell -> tried.stream().filter(other -> isOtherVariant(cell.fault(), other.fault())))
                .filter(other -> hits(other) == 0)
                .map(other -> other.fault().variant())
                .distinct()
                .toList();
        boolean each = broken.stream()
                .allMatch(cell -> tried.stream()
                        .anyMatch(other -> isOtherVariant(cell.fault(), other.fault()) && hits(other) == 0));
        return broken.isEmpty() || !each ? Optional.empty() : Optional.of(String.join(", ", needed));
    }

    private static boolean isOtherVariant(NamedFault broken, NamedFault other) {
        return broken.experiment().equals(other.experiment())
                && broken.fault().equals(other.fault())
                && !broken.variant().equals(other.variant());
    }

    /** Returns in how many trials of a cell it was broken. */
    long hits(GuaranteeCell cell) {
        return promise.anomalies().stream()
                .filter(cell.seen()::containsKey)
                .mapToLong(anomaly -> cell.seen().get(anomaly).trials())
                .max()
                .orElse(0);
    }

    long trials() {
        return tried.stream().mapToLong(cell -> cell.trials().valid()).sum();
    }

    long faults() {
        return tried.stream().map(GuaranteeCell::fault).distinct().count();
    }

    /** Returns the largest upper bound of the rate over the faults, of which each has its own. */
    double upperBound() {
        return tried.stream().mapToDouble(cell -> rate(cell).upper()).max().orElse(1);
    }

    /** Returns the count of one cell with its bound, for instance {@code 10 of 10, ≥ 74 %}. */
    String counted(GuaranteeCell cell) {
        AnomalyRate rate = rate(cell);
        String count = rate.hits() + " of " + rate.trials();
        if (rate.hits() == rate.trials()) {
            return count + ", ≥ " + percent(rate.lower());
        }
        return count + ", ≤ " + percent(rate.upper());
    }

    private AnomalyRate rate(GuaranteeCell cell) {
        return new AnomalyRate((int) hits(cell), (int) cell.trials().valid());
    }

    /** Returns at most about sixty characters for a table: the worst that happened, or that nothing did. */
    String cell() {
        if (!isTried()) {
            return "";
        }
        List<GuaranteeCell> broken = broken();
        if (broken.isEmpty()) {
            return "never in " + trials() + " trials (each fault ≤ " + percent(upperBound()) + ")";
        }
        GuaranteeCell worst = broken.get(0);
        return worst.trials().valid() == hits(worst)
                ? hits(worst) + " of " + worst.trials().valid() + ": "
                        + worst.fault().fault()
                : counted(worst) + ": " + worst.fault().fault();
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, share < 0.1 ? "%.1f %%" : "%.0f %%", 100 * share);
    }
}
