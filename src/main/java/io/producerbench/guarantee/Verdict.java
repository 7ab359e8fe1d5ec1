package io.producerbench.guarantee;

/** The result of a trial for one promise. */
public enum Verdict {
    HELD,
    BROKEN,
    /** The trial could not tell. */
    UNKNOWN,
    /**
     * The fault had no effect, so the trial says nothing. The checker never says this, because it
     * knows of no fault.
     */
    INVALID
}
