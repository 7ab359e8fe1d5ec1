package io.producerbench.results.sample;

/** Whether the brokers had compiled what a sample needs before it was taken. */
public enum Warmth {
    WARM,
    COLD,
    /** They do not tell how much they compile, and their rates had stopped rising. */
    UNKNOWN
}
