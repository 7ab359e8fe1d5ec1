package io.producerbench.calibration;

import io.producerbench.results.RunIdentity;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.scenario.Scenario;
import java.time.Instant;
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
        Scenario scenario = Scenario.ofDefaults(
                Map.of(Axis.ACKS, "all", Axis.RATE, Scenario.UNPACED, Axis.RECORD_SIZE, Integer.toString(recordSize)));
        return new Step(block, orderInBlock, scenario);
    }
}
