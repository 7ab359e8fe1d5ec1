package io.producerbench.calibration;

import io.producerbench.latency.MeasuredWindow;
import io.producerbench.results.sample.ForkResult;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

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

    /** Returns the one reading of an arm that only reports its own rate. */
    public static ArmReadings rate(double recordsPerSecond) {
        return new ArmReadings(
                OptionalDouble.of(recordsPerSecond),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    /** Returns the readings of our own fork. */
    public static ArmReadings of(ForkResult measured, OptionalLong logEndDelta) {
        double records = sum(measured, MeasuredWindow::succeeded);
        return new ArmReadings(
                OptionalDouble.of(measured.counts().recordsPerSecond()),
                OptionalDouble.of(sum(measured, MeasuredWindow::cpuNanos) / records),
                OptionalDouble.of(sum(measured, MeasuredWindow::allocatedBytes) / records),
                OptionalDouble.of(measured.brokerRecordsPerSecond()),
                OptionalLong.of(measured.counts().totals().succeeded()),
                logEndDelta);
    }

    private static double sum(ForkResult measured, ToLongFunction<MeasuredWindow> value) {
        return measured.counts().windows().stream().mapToLong(value).sum();
    }
}
