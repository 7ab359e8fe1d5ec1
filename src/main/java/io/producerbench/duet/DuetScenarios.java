package io.producerbench.duet;

import io.producerbench.failure.UsageException;
import io.producerbench.jmh.JmhArguments;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Feasibility;
import io.producerbench.scenario.PacingKind;
import io.producerbench.scenario.Scenario;
import io.producerbench.scenario.ScenarioGrid;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The scenarios of a duet: what JMH's options choose, once for each arm.
 *
 * @param leftOut the scenarios that are not compared, each with the reason
 */
record DuetScenarios(List<PairedScenario> paired, List<String> leftOut) {
    /**
     * The defaults besides the five modes: one record size, and the recommended minimum of in-sync
     * replicas.
     */
    private static final Map<Axis, List<String>> USUAL =
            Map.of(Axis.RECORD_SIZE, List.of("1024"), Axis.MIN_INSYNC_REPLICAS, List.of("2"));

    /** @throws UsageException if nothing is left to compare, or the options contradict the arms */
    static DuetScenarios of(JmhArguments jmh, DuetArm base, DuetArm other) {
        Set<PairedScenario> paired = new LinkedHashSet<>();
        List<String> leftOut = new ArrayList<>();
        ScenarioGrid grid = grid(jmh, base);
        grid.impossible().forEach(settings -> leftOut.add("-p " + settings.reason()));
        for (Scenario scenario : grid.scenarios()) {
            add(scenario, base, other, paired, leftOut);
        }
        if (paired.isEmpty()) {
            throw new UsageException("nothing to compare: " + String.join("; ", leftOut));
        }
        return new DuetScenarios(List.copyOf(paired), List.copyOf(leftOut));
    }

    private static ScenarioGrid grid(JmhArguments jmh, DuetArm arm) {
        Map<Axis, List<String>> chosen = new EnumMap<>(Axis.class);
        chosen.putAll(USUAL);
        chosen.putAll(jmh.chosen());
        if (arm instanceof DuetArm.Setting setting && jmh.chosen().containsKey(setting.axis())) {
            throw new UsageException("-p " + setting.axis().param() + " and the arm " + arm.text()
                    + " set the same thing; leave the option out");
        }
        try {
            return ScenarioGrid.expand(chosen, pacings(jmh, arm));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static Set<PacingKind> pacings(JmhArguments jmh, DuetArm arm) {
        boolean unnamed = jmh.options().getIncludes().isEmpty();
        if (arm instanceof DuetArm.Consumers) {
            if (!unnamed && !jmh.pacings().equals(Set.of(PacingKind.OPEN_LOOP))) {
                throw new UsageException(
                        arm.text() + ": consumers read at a fixed rate only; name FixedRate or no benchmark");
            }
            return Set.of(PacingKind.OPEN_LOOP);
        }
        Set<PacingKind> pacings = unnamed ? Set.of(PacingKind.CLOSED_LOOP) : jmh.pacings();
        if (pacings.contains(PacingKind.OPEN_LOOP_WITH_READERS)) {
            throw new UsageException("Visible: a duet compares rates and the latency of acknowledgements, and Visible"
                    + " measures neither; name MaxRate or FixedRate, or sweep both versions; what its consumers cost is"
                    + " told by: duet consumers=0 consumers=2");
        }
        return pacings;
    }

    private static void add(
            Scenario scenario, DuetArm base, DuetArm other, Set<PairedScenario> paired, List<String> leftOut) {
        try {
            PairedScenario both = new PairedScenario(with(scenario, base), with(scenario, other));
            if (both.killsBrokers()) {
                // A restarted broker is cold and would have to be warmed up before each further
                // sample.
                leftOut.add(scenario.name() + ": a duet kills no broker");
            } else if (both.hasNoTail()) {
                leftOut.add(scenario.name() + ": acks=0 acknowledges nothing, so there is no latency to compare");
            } else {
                paired.add(both);
            }
        } catch (IllegalArgumentException e) {
            leftOut.add(scenario.name() + ": " + e.getMessage());
        }
    }

    private static Scenario with(Scenario scenario, DuetArm arm) {
        if (arm instanceof DuetArm.Consumers consumers) {
            return possible(scenario.with(consumers.readers()));
        }
        if (!(arm instanceof DuetArm.Setting setting)) {
            return scenario;
        }
        if (!Scenario.applies(setting.axis(), scenario.values().get(setting.axis()))) {
            throw new IllegalArgumentException(setting.axis().column() + " says nothing about it");
        }
        return possible(scenario.with(setting.axis(), setting.value()));
    }

    private static Scenario possible(Scenario scenario) {
        Feasibility.problem(scenario).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        return scenario;
    }
}
