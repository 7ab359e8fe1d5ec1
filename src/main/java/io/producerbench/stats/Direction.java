package io.producerbench.stats;

/** Which way a metric should go. */
public enum Direction {
    HIGHER,
    LOWER
}
