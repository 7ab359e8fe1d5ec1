package io.producerbench.stats;

/** Which values of a metric are better. */
public enum Direction {
    HIGHER,
    LOWER
}
