package io.producerbench.plan;

import io.producerbench.failure.UsageException;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What one broker has. What is empty is not planned.
 *
 * @param retentionSeconds how long records are kept
 * @param diskFill the share of a disk that may be full
 */
public record PlannedBroker(
        OptionalInt cores,
        OptionalDouble nicBytesPerSecond,
        OptionalDouble diskBytes,
        OptionalDouble retentionSeconds,
        double diskFill) {

    /** @throws UsageException if these contradict each other */
    public PlannedBroker {
        if (diskBytes.isPresent() != retentionSeconds.isPresent()) {
            throw new UsageException("plan: expected --disk and --retention together, because the disks hold what is"
                    + " kept, got only " + (diskBytes.isPresent() ? "--disk" : "--retention"));
        }
    }
}
