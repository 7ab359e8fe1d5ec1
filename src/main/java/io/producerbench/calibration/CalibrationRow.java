package io.producerbench.calibration;

import io.producerbench.results.RunIdentity;
import java.time.Instant;

/**
 * One row of {@code calibration.csv}.
 *
 * @param startedAt when the calibration began
 */
public record CalibrationRow(RunIdentity run, Instant startedAt, CalibrationFinding finding) {}
