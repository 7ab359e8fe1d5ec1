package io.producerbench.curve;

import java.util.Locale;

/** What a trial of a curve is for. */
enum CurvePhase {
    /** How fast the mode is in closed loop, from which all rates follow. */
    MAXIMUM,
    /** A point of the curve at a rate that is fixed by the maximum. */
    LADDER,
    /** Whether the lowest rate reaches a goal that it missed before. */
    QUIET,
    /** A load that a search asked for. */
    SEARCH;

    /** Returns the word in files and messages. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
