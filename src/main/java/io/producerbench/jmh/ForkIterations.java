package io.producerbench.jmh;

import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long JMH warms one fork up and how long it measures: the number of iterations, and the length
 * of each.
 */
public record ForkIterations(
        int warmupIterations, TimeValue warmupTime, int measurementIterations, TimeValue measurementTime) {}
