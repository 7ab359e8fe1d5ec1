package io.producerbench.calibration;

import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import java.util.EnumMap;
import java.util.Map;

/**
 * The scenarios of a calibration: the defaults of a sweep, except for the values that are given.
 */
public final class Scenarios {
    private Scenarios() {}

    /**
     * Returns {@code acks=all} without idempotence and {@code min.insync.replicas=2}, changed by
     * {@code values}.
     */
    public static Scenario acksAll(String rate, Map<Axis, String> values) {
        Map<Axis, String> all = new EnumMap<>(Axis.class);
        all.put(Axis.ACKS, "all");
        all.put(Axis.MIN_INSYNC_REPLICAS, "2");
        all.put(Axis.RATE, rate);
        all.putAll(values);
        return Scenario.ofDefaults(all);
    }
}
