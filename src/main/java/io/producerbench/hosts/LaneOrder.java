package io.producerbench.hosts;

import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a lane is told: the workload of its task, as JSON. It holds no secret and no argument of a
 * JVM, because Trogdor logs it, and its door has no lock but the address.
 *
 * @param protocol {@link #PROTOCOL}
 * @param taskId of the lane's own task
 * @param goId of the task whose start is the common one
 * @param coordinator its URL
 * @param settings the scenario, by JMH's parameters
 * @param host the lane's number, from 0
 * @param commandConfig name of a file with client settings on the host; empty for none
 */
record LaneOrder(
        int protocol,
        String taskId,
        String goId,
        String coordinator,
        Map<String, String> settings,
        int host,
        int hosts,
        LaneTarget target,
        String commandConfig,
        LaneIterations iterations) {
    static final int PROTOCOL = 1;

    private static final String FILE_NAME = "\\w[\\w.-]*";

    /** Where the records go. */
    record LaneTarget(String bootstrapServers, String topic, long seed) {}

    /** JMH's iterations. */
    record LaneIterations(int warmups, long warmupNanos, int measurements, long measurementNanos) {}

    LaneOrder {
        if (protocol != PROTOCOL) {
            throw new IllegalArgumentException(
                    "expected protocol " + PROTOCOL + ", got " + protocol + ": the driver has another version");
        }
        // Both become names of files.
        if (!taskId.matches(FILE_NAME) || !(commandConfig.isEmpty() || commandConfig.matches(FILE_NAME))) {
            throw new IllegalArgumentException("expected names of files, got: " + taskId + ", " + commandConfig);
        }
    }

    static Map<String, String> settings(Scenario scenario) {
        Map<String, String> settings = new TreeMap<>();
        scenario.values().forEach((axis, value) -> settings.put(axis.param(), value));
        return settings;
    }

    Scenario scenario() {
        Map<Axis, String> values = new EnumMap<>(Axis.class);
        for (Axis axis : Axis.values()) {
            if (settings.containsKey(axis.param())) {
                values.put(axis, settings.get(axis.param()));
            }
        }
        return Scenario.of(values);
    }
}
