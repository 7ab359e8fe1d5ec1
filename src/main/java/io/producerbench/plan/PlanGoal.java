package io.producerbench.plan;

import io.producerbench.text.NearestName;
import io.producerbench.text.PercentileLimit;
import java.util.List;

/**
 * A goal of latency: this percentile of the times from when records were due to their
 * acknowledgements is at most so long.
 */
public record PlanGoal(PlanPercentile percentile, double micros) {
    private static final int MICROS = 6;

    /**
     * Reads goals such as {@code p99=20ms,p99.9=100ms}.
     *
     * @throws IllegalArgumentException if the text is something else, has a percentile twice, or
     *     names one that no file has
     */
    public static List<PlanGoal> parse(String text) {
        return PercentileLimit.list(text).stream().map(PlanGoal::of).toList();
    }

    private static PlanGoal of(PercentileLimit limit) {
        String name = limit.percentile();
        PlanPercentile percentile = PlanPercentile.named(name)
                .orElseThrow(() -> new IllegalArgumentException("expected a percentile of "
                        + String.join(", ", PlanPercentile.labels()) + ", got '" + name + "'"
                        + NearestName.hint(name, PlanPercentile.labels())));
        return new PlanGoal(percentile, limit.seconds().movePointRight(MICROS).doubleValue());
    }
}
