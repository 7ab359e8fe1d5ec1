package io.producerbench.plan;

import io.producerbench.text.NearestName;
import io.producerbench.text.Quantity;
import java.util.ArrayList;
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
     * @throws IllegalArgumentException if the text is something else, or has a percentile twice
     */
    public static List<PlanGoal> parse(String text) {
        List<PlanGoal> goals = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            PlanGoal goal = one(part.strip());
            if (goals.stream().anyMatch(other -> other.percentile == goal.percentile)) {
                throw new IllegalArgumentException(
                        "expected one goal for each percentile, got " + goal.percentile.label() + " twice");
            }
            goals.add(goal);
        }
        return List.copyOf(goals);
    }

    private static PlanGoal one(String text) {
        String[] sides = text.split("=", 2);
        if (sides.length < 2) {
            throw new IllegalArgumentException("expected PERCENTILE=TIME, as p99=20ms, got '" + text + "'");
        }
        String name = sides[0].strip();
        PlanPercentile percentile = PlanPercentile.named(name)
                .orElseThrow(() -> new IllegalArgumentException("expected a percentile of "
                        + String.join(", ", PlanPercentile.labels()) + ", got '" + name + "'"
                        + NearestName.hint(name, PlanPercentile.labels())));
        return new PlanGoal(
                percentile, Quantity.LATENCY.of(sides[1]).movePointRight(MICROS).doubleValue());
    }
}
