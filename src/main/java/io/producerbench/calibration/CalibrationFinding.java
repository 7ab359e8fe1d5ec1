package io.producerbench.calibration;

import io.producerbench.stats.MedianInterval;
import java.util.List;
import java.util.Optional;

/**
 * One result of a calibration: one check in one setting.
 *
 * @param setting in words
 * @param values one for each valid block; a ratio is of a pair of one block; empty if no block is
 *     valid
 */
public record CalibrationFinding(CalibrationCheck check, String setting, List<Double> values) {
    /** @throws IllegalArgumentException if a value is infinite or not a number */
    public CalibrationFinding {
        values = List.copyOf(values);
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(check + " (" + setting
                        + "): expected finite values, one for each valid block; leave an invalid block out; got: "
                        + values);
            }
        }
    }

    /** Returns the median over the blocks with its 95 % interval; empty if no block is valid. */
    public Optional<MedianInterval> interval() {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(MedianInterval.of(
                        values.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    /** Returns whether the target is reached; {@link PassFail#NONE} if no block is valid. */
    public PassFail mark() {
        return values.isEmpty() ? PassFail.NONE : check.target().judge(values);
    }
}
