package io.producerbench.curve.search;

/** How far a search has come. Only {@link #REGULAR} is a regular result by RFC 9971. */
public enum SearchEnd {
    /** Both bounds are known and next to each other. */
    REGULAR,
    /** Even the lowest load misses the goal. */
    BELOW_RANGE,
    /** Even the highest load reaches the goal. */
    ABOVE_RANGE,
    /** The trials did not decide in the number that was allowed. */
    UNDECIDED
}
