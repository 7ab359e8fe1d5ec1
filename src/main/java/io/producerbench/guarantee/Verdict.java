package io.producerbench.guarantee;

/** What a trial says of a promise. */
public enum Verdict {
    HELD,
    BROKEN,
    /** It could not be told. */
    UNKNOWN,
    /** The fault did not bite, so that the trial says nothing. Never the checker's word, which knows of no fault. */
    INVALID
}
