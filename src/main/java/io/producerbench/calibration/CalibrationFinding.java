package io.producerbench.calibration;

import io.producerbench.stats.MedianInterval;
import java.util.List;
import java.util.Optional;

/**
 * One line of what a calibration found: a goal in one setting.
 *
 * @param setting what it was measured with, in words
 * @param values one for each valid block, already a ratio of a pair where the goal is one; empty if no block is valid
 */
public record CalibrationFinding(CalibrationCheck goal, String setting, List<Double> values) {
    /** @throws IllegalArgumentException if a value is infinite or not a number */
    public CalibrationFinding {
        values = List.copyOf(values);
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(goal + " (" + setting
                        + "): expected finite values, one for each valid block; leave an invalid block out; got: "
                        + values);
            }
        }
    }

    /** The median over the blocks with its 95 % interval; empty if no block is valid. */
    public Optional<MedianInterval> interval() {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(MedianInterval.of(
                        values.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    /** Without a valid block nothing is passed and nothing missed. */
    public PassFail mark() {
        return values.isEmpty() ? PassFail.NONE : goal.target().judge(values);
    }
}
