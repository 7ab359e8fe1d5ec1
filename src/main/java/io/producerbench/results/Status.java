package io.producerbench.results;

/** Whether a sample may be used. */
public enum Status {
    /** Every check passed. */
    OK,
    /** It ran, but a check failed: {@code status_reason} says which. Its numbers are shown and never summarised. */
    INVALID,
    /** It gave no numbers. */
    FAILED
}
