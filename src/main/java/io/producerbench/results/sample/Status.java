package io.producerbench.results.sample;

/** Whether a sample may be used. */
public enum Status {
    /** Every check passed. */
    OK,
    /**
     * The sample ran, but a check failed, which {@code status_reason} names. Its numbers are
     * written and never summarised.
     */
    INVALID,
    /** The sample gave no numbers. */
    FAILED
}
