package io.producerbench.calibration;

import io.producerbench.latency.MeasuredWindow;
import io.producerbench.results.ForkResult;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/** Converts the result of our own fork to the readings of an arm. */
public final class OurReadings {
    private OurReadings() {}

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
