package io.producerbench.stats;

/**
 * A quantity that is measured.
 *
 * @param name the name of its column in {@code samples.csv}
 * @param unit for instance {@code records/s}
 * @param better which values are better
 * @param margin the smallest difference that matters
 */
public record Metric(String name, String unit, Direction better, Margin margin) {}
