package io.producerbench.calibration;

import io.producerbench.calibration.Findings.Value;
import java.util.List;

/**
 * What one arm gave in one block, kept with all its digits until the run is complete, because a run
 * that goes on computes its findings from all arms.
 */
record KeptArm(ArmReadings readings, List<Value> values) {}
