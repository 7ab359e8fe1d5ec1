package io.producerbench.compare;

/** Which way a metric should go. */
public enum Better {
    HIGHER,
    LOWER
}
