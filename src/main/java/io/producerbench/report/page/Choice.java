package io.producerbench.report.page;

import io.producerbench.guarantee.Mode;
import io.producerbench.report.GuaranteeCell;
import io.producerbench.results.RelativeMetric;
import io.producerbench.stats.Interval;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * A setting that kept some promises, and its price.
 *
 * @param standings of each promise
 * @param cost empty if the sweep did not measure the setting, or there is no sweep
 */
record Choice(Mode mode, int minInsyncReplicas, List<Standing> standings, Optional<ModeCost> cost) {
    boolean isKept() {
        return standings.stream().allMatch(Standing::isKept);
    }

    /** Returns true if each promise was kept, some perhaps under a condition. */
    boolean isPossible() {
        return standings.stream()
                .allMatch(standing -> standing.isKept() || standing.condition().isPresent());
    }

    /** Returns what must be so for it to hold; empty if nothing more than the setting. */
    Optional<String> condition() {
        String conditions = standings.stream()
                .flatMap(standing -> standing.condition().stream())
                .distinct()
                .collect(Collectors.joining(", "));
        return conditions.isEmpty() ? Optional.empty() : Optional.of(conditions);
    }

    long trials() {
        return standings.stream().mapToLong(Standing::trials).sum();
    }

    /** Returns true if it is faster by more than both intervals; without intervals by any amount. */
    boolean isFasterThan(Choice other) {
        return rate(Interval::low, this) > rate(Interval::high, other);
    }

    /** Returns an end of the interval of the rate beside acks=1; 0 if it was not measured. */
    private static double rate(ToDoubleFunction<Interval> end, Choice choice) {
        return choice.cost()
                .flatMap(of -> of.relative(RelativeMetric.RATE))
                .map(ratio -> ratio.interval().map(end::applyAsDouble).orElse(ratio.median()))
                .orElse(0.0);
    }

    /** Returns the setting in words, for instance {@code acks=all, min.insync.replicas=2}. */
    String setting() {
        return mode.label()
                + (mode.consultsMinInsyncReplicas() ? ", min.insync.replicas=" + minInsyncReplicas : "")
                + condition().map(needed -> ", with " + needed).orElse("");
    }

    /** Returns the setting for a narrow column. */
    String label() {
        return mode.label() + (mode.consultsMinInsyncReplicas() ? ", min.isr " + minInsyncReplicas : "");
    }

    /** Returns how often it was broken, and under what: the condition is that this is not so. */
    private static String counted(Standing standing, GuaranteeCell broken) {
        String variant = broken.fault().variant();
        return standing.counted(broken) + (variant.isEmpty() ? "" : " with " + variant);
    }

    /** Returns how sure it is that the promises hold, with the bound. */
    String evidence() {
        long broken = standings.stream()
                .mapToLong(standing -> standing.broken().size())
                .sum();
        double bound =
                standings.stream().mapToDouble(Standing::upperBound).max().orElse(1);
        return broken == 0
                ? "0 of " + trials() + " trials; each fault ≤ " + Standing.percent(bound)
                : "broken in "
                        + standings.stream()
                                .filter(standing -> !standing.isKept())
                                .map(standing ->
                                        counted(standing, standing.broken().get(0)))
                                .collect(Collectors.joining("; "));
    }
}
