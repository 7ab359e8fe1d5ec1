package io.producerbench.curve.search;

/** What the trials at a load say about it. */
enum LoadClass {
    /** The goal is reached at this load: it is a lower bound. */
    LOWER,
    /** The goal is missed at this load: it is an upper bound. */
    UPPER,
    /** Too few trials decide. */
    UNDECIDED
}
