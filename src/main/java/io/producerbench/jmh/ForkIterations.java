package io.producerbench.jmh;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long JMH warms one fork up and how long it measures: the number of iterations, and the length
 * of each.
 */
public record ForkIterations(
        int warmupIterations, TimeValue warmupTime, int measurementIterations, TimeValue measurementTime) {

    /** Returns how long all iterations take together. */
    public Duration total() {
        return lasting(warmupIterations, warmupTime).plus(lasting(measurementIterations, measurementTime));
    }

    private static Duration lasting(int iterations, TimeValue time) {
        return Duration.ofNanos(time.convertTo(TimeUnit.NANOSECONDS)).multipliedBy(iterations);
    }
}
