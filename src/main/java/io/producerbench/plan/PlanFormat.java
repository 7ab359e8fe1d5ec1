package io.producerbench.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** How a plan is written. */
public enum PlanFormat {
    TEXT(CapacityPlanText::plain),
    MARKDOWN(CapacityPlanText::markdown),
    CSV(CapacityPlanColumns::csv);

    private final Function<CapacityPlan, String> writer;

    PlanFormat(Function<CapacityPlan, String> writer) {
        this.writer = writer;
    }

    /** Returns the format that an option names; empty if there is none. */
    public static Optional<PlanFormat> of(String option) {
        return Arrays.stream(values())
                .filter(format -> format.option().equals(option))
                .findFirst();
    }

    /** Returns the names for options. */
    public static List<String> options() {
        return Arrays.stream(values()).map(PlanFormat::option).toList();
    }

    public String option() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the whole plan. */
    public String write(CapacityPlan plan) {
        return writer.apply(plan);
    }
}
