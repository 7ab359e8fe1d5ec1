package io.producerbench.calibration;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What one arm gave; empty what it does not tell.
 *
 * @param recordsPerSecond by the arm's own count
 * @param clientCpuNanosPerRecord CPU time of the sending and network threads, in ns
 * @param clientAllocBytesPerRecord heap allocated by the same threads
 * @param logEndRecordsPerSecond growth of the brokers' log, control records not counted
 * @param logEndDelta records that the brokers hold of the arm, control records not counted
 */
public record ArmReadings(
        OptionalDouble recordsPerSecond,
        OptionalDouble clientCpuNanosPerRecord,
        OptionalDouble clientAllocBytesPerRecord,
        OptionalDouble logEndRecordsPerSecond,
        OptionalLong acknowledged,
        OptionalLong logEndDelta) {

    /** Of an arm that failed. */
    public static final ArmReadings NONE = new ArmReadings(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalLong.empty(),
            OptionalLong.empty());
}
