package io.producerbench.stats;

/**
 * Something measured.
 *
 * @param name that of its column in {@code samples.csv}
 * @param unit as people write it, for instance {@code records/s}
 */
public record Metric(String name, String unit, Direction better, Margin margin) {}
