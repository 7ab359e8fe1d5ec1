package io.producerbench.sweep;

import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Pacing.ClosedLoop;
import io.producerbench.scenario.Scenario;
import io.producerbench.scenario.ScenarioGrid.Equivalent;
import io.producerbench.scenario.ScenarioGrid.Impossible;
import io.producerbench.scenario.ScenarioGrid.Refused;
import io.producerbench.text.Durations;
import io.producerbench.text.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A plan in words: what {@code --dry-run} prints. */
public final class PlanText {
    private static final String MODE = "  %-13s %-5s %-18s %-13s %-19s %11s";

    private PlanText() {}

    public static String of(SweepPlan plan) {
        StringBuilder text = new StringBuilder();
        List<Scenario> scenarios = plan.grid().scenarios();
        modes(text, scenarios);
        axes(text, scenarios);
        refused(text, plan.grid().refused());
        equivalents(text, plan.grid().equivalents());
        impossible(text, plan.grid().impossible());
        effort(text, plan);
        return text.toString();
    }

    private static void modes(StringBuilder text, List<Scenario> scenarios) {
        long modes =
                scenarios.stream().map(s -> s.guarantee().mode()).distinct().count();
        line(text, "%d cells in %d valid modes:", scenarios.size(), modes);
        Table table = Table.of("mode", "acks", "enable.idempotence", "transactional", "min.insync.replicas", "cells");
        scenarios.stream()
                .collect(Collectors.groupingBy(Scenario::guarantee, LinkedHashMap::new, Collectors.toList()))
                .forEach((guarantee, cells) -> table.add(
                        guarantee.mode().label(),
                        guarantee.acks().kafkaValue(),
                        String.valueOf(guarantee.enableIdempotence()),
                        String.valueOf(guarantee.transactional()),
                        String.valueOf(guarantee.minInsyncReplicas()),
                        counts(cells)));
        table.formatted(MODE).forEach(row -> text.append(row).append('\n'));
        line(text, "");
    }

    private static String counts(List<Scenario> cells) {
        long refused = cells.stream().filter(Scenario::isRefused).count();
        long max = cells.stream().filter(s -> s.pacing() instanceof ClosedLoop).count() - refused;
        return max + " max + " + (cells.size() - max - refused) + " fixed"
                + (refused == 0 ? "" : " + " + refused + " refused");
    }

    private static void axes(StringBuilder text, List<Scenario> scenarios) {
        line(text, "other parameters:");
        for (Axis axis : Axis.values()) {
            if (axis.ordinal() >= Axis.RECORD_SIZE.ordinal()) {
                String values = scenarios.stream()
                        .map(scenario -> scenario.values().get(axis))
                        .filter(value -> Scenario.applies(axis, value))
                        .distinct()
                        .collect(Collectors.joining(", "));
                line(text, "  -p %-22s %s", axis.param() + "=", values);
            }
        }
        line(text, "");
    }

    private static void refused(StringBuilder text, List<Refused> refused) {
        line(text, "%d combinations that the producer refuses:", refused.size());
        for (Refused combination : refused) {
            line(
                    text,
                    "  acks=%s enable.idempotence=%s transactional=%s max.in.flight=%d: %s",
                    combination.acks().kafkaValue(),
                    combination.enableIdempotence(),
                    combination.transactional(),
                    combination.maxInFlight(),
                    combination.reason());
        }
        line(text, "");
    }

    private static void equivalents(StringBuilder text, List<Equivalent> equivalents) {
        line(text, "%d settings measured once because they cannot differ:", equivalents.size());
        for (Equivalent setting : equivalents) {
            line(
                    text,
                    "  %s min.insync.replicas=%d%s is measured as %d: %s",
                    setting.mode(),
                    setting.minInsyncReplicas(),
                    setting.brokersDown() == 0 ? "" : " brokersDown=" + setting.brokersDown(),
                    setting.measuredAs(),
                    setting.reason());
        }
        line(text, "");
    }

    private static void impossible(StringBuilder text, List<Impossible> impossible) {
        if (!impossible.isEmpty()) {
            line(text, "settings with which no sample can be taken:");
            impossible.forEach(settings -> line(text, "  %d cells: %s", settings.cells(), settings.reason()));
            line(text, "");
        }
    }

    private static void effort(StringBuilder text, SweepPlan plan) {
        line(text, "seed %d; give --seed %d to get this order again", plan.seed(), plan.seed());
        line(
                text,
                "%d blocks x %d cells = %d samples, %d x %s warm-up and %d x %s measurement each: about %s",
                plan.effort().blocks(),
                plan.grid().scenarios().size(),
                plan.blocks().steps().size(),
                plan.effort().iterations().warmupIterations(),
                plan.effort().iterations().warmupTime(),
                plan.effort().iterations().measurementIterations(),
                plan.effort().iterations().measurementTime(),
                Durations.text(plan.duration()));
    }

    private static void line(StringBuilder text, String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments).stripTrailing())
                .append('\n');
    }
}
