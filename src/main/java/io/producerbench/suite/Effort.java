package io.producerbench.suite;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How much is spent on a sample, on the sweep and on warming the brokers. What JMH's options say goes before the defaults
 * here, which are the only ones.
 */
public record Effort(
        int blocks,
        int warmupIterations,
        TimeValue warmupTime,
        int measurementIterations,
        TimeValue measurementTime,
        int brokerWarmUpRounds) {

    /** Six blocks: the fewest with which a median has a distribution-free 95 % interval. */
    private static final Effort FULL = new Effort(6, 1, TimeValue.seconds(2), 1, TimeValue.seconds(3), 20);

    private static final Effort QUICK = new Effort(1, 1, TimeValue.seconds(2), 1, TimeValue.seconds(3), 12);

    /** JVM start, connecting, topic and tear-down, around each sample's iterations; measured on two cores. */
    private static final Duration AROUND_SAMPLE = Duration.ofMillis(4_000);

    private static final Duration AROUND_ITERATION = Duration.ofMillis(400);
    private static final Duration START = Duration.ofSeconds(20);

    static Effort of(boolean quick, OptionalInt brokerWarmUpRounds, CommandLineOptions options) {
        Effort effort = quick ? QUICK : FULL;
        return new Effort(
                options.getForkCount().orElse(effort.blocks),
                options.getWarmupIterations().orElse(effort.warmupIterations),
                options.getWarmupTime().orElse(effort.warmupTime),
                options.getMeasurementIterations().orElse(effort.measurementIterations),
                options.getMeasurementTime().orElse(effort.measurementTime),
                brokerWarmUpRounds.orElse(effort.brokerWarmUpRounds));
    }

    /** About how long one sample takes. */
    Duration perSample() {
        return AROUND_SAMPLE
                .plus(iterations(warmupIterations, warmupTime))
                .plus(iterations(measurementIterations, measurementTime));
    }

    private static Duration iterations(int count, TimeValue time) {
        return AROUND_ITERATION.plusNanos(time.convertTo(TimeUnit.NANOSECONDS)).multipliedBy(count);
    }

    /** About how long the whole sweep takes. */
    Duration total(int samples) {
        return START.plus(BrokerWarmUp.atMost(brokerWarmUpRounds))
                .plus(perSample().multipliedBy(samples));
    }
}
