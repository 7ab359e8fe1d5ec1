package io.producerbench.duet;

import io.producerbench.scenario.BlockPlan.Step;

/** Measures one scenario with both arms. */
@FunctionalInterface
interface PairMeasurement {
    /** What was measured of each arm. */
    record BothSides(ArmSide base, ArmSide other) {}

    /** @param order which arm's fork is started first */
    BothSides take(Step base, Step other, PairOrder order);
}
