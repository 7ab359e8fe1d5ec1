package io.producerbench.suite;

import io.producerbench.calibration.ArmReadings;
import io.producerbench.recording.Window;
import io.producerbench.results.Measured;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/** What a fork of ours gave, as an arm among others. */
final class OurReadings {
    private OurReadings() {}

    static ArmReadings of(Measured measured, OptionalLong logEndDelta) {
        double records = sum(measured, Window::succeeded);
        return new ArmReadings(
                OptionalDouble.of(measured.counts().recordsPerSecond()),
                OptionalDouble.of(sum(measured, Window::cpuNanos) / records),
                OptionalDouble.of(sum(measured, Window::allocatedBytes) / records),
                OptionalDouble.of(measured.brokerRecordsPerSecond()),
                OptionalLong.of(measured.counts().totals().succeeded()),
                logEndDelta);
    }

    private static double sum(Measured measured, ToLongFunction<Window> value) {
        return measured.counts().windows().stream().mapToLong(value).sum();
    }
}
