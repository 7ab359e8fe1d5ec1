package io.producerbench.calibration;

import io.producerbench.results.RunIdentity;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.scenario.Scenario;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** What the rows of a made-up calibration have in common. */
final class ACalibration {
    static final RunIdentity RUN = new RunIdentity(
            "20261123T164311Z-a31fb7a",
            "a31fb7a0123456789abcdef0123456789abcdef0",
            false,
            "processes",
            "4.3.1",
            "4.3.0",
            "17.0.9",
            "Some CPU, 2.20GHz",
            2,
            false,
            42);
    static final Instant STARTED = Instant.parse("2026-11-23T16:44:00.123Z");

    private ACalibration() {}

    /** MaxRate with {@code acks=all}, not idempotent. */
    static Step step(int block, int orderInBlock, int recordSize) {
        Map<Axis, String> values = new EnumMap<>(Axis.class);
        for (Axis axis : Axis.values()) {
            values.put(axis, axis.defaults().get(0));
        }
        values.put(Axis.ACKS, "all");
        values.put(Axis.RATE, Scenario.UNPACED);
        values.put(Axis.RECORD_SIZE, Integer.toString(recordSize));
        return new Step(block, orderInBlock, Scenario.of(values));
    }
}
