package io.producerbench.calibration;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The readings of one arm. A reading is empty if the arm does not give it.
 *
 * @param recordsPerSecond counted by the arm itself
 * @param clientCpuNanosPerRecord CPU time of the sending and network threads, in ns
 * @param clientAllocBytesPerRecord heap allocated by the same threads
 * @param logEndRecordsPerSecond growth of the brokers' log, without control records
 * @param logEndDelta records of the arm in the brokers' log, without control records
 */
public record ArmReadings(
        OptionalDouble recordsPerSecond,
        OptionalDouble clientCpuNanosPerRecord,
        OptionalDouble clientAllocBytesPerRecord,
        OptionalDouble logEndRecordsPerSecond,
        OptionalLong acknowledged,
        OptionalLong logEndDelta) {

    /** The readings of an arm that failed. */
    public static final ArmReadings NONE = new ArmReadings(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalLong.empty(),
            OptionalLong.empty());
}
