package io.producerbench.scenario;

import io.producerbench.scenario.Pacing.ClosedLoop;
import io.producerbench.scenario.Pacing.OpenLoop;

/**
 * A scenario's name: its kind, mode, minimum and record size, and each further value that is not a
 * default.
 */
final class ScenarioName {
    private ScenarioName() {}

    static String of(Scenario scenario) {
        StringBuilder name = new StringBuilder(kind(scenario))
                .append('-')
                .append(scenario.guarantee().mode().label().replace('=', '-'))
                .append("-min-isr-")
                .append(scenario.guarantee().minInsyncReplicas())
                .append('-')
                .append(scenario.workload().recordSize())
                .append('B');
        scenario.values().forEach((axis, value) -> {
            if (axis.ordinal() > Axis.RECORD_SIZE.ordinal() && !isUsual(scenario, axis, value)) {
                name.append('-')
                        .append(axis.param())
                        .append('-')
                        .append(value.replace('/', '-').replace('.', '-'));
            }
        });
        return name.toString();
    }

    private static String kind(Scenario scenario) {
        if (scenario.isRefused()) {
            return "refusal";
        }
        if (scenario.isRead()) {
            return "visible";
        }
        return scenario.pacing() instanceof ClosedLoop ? "max-rate" : "fixed-rate";
    }

    private static boolean isUsual(Scenario scenario, Axis axis, String value) {
        boolean decidedByPacing = axis == Axis.LATENCY_SAMPLING && scenario.pacing() instanceof OpenLoop;
        return decidedByPacing || axis.defaults().contains(value) || !Scenario.applies(axis, value);
    }
}
