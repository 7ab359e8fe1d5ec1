package io.producerbench.curve.search;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a search found.
 *
 * @param lowerBound the highest load at which the goal is reached, below the upper bound; empty if
 *     none was found
 * @param upperBound the lowest load at which the goal is missed; empty if none was found
 * @param conditionalThroughput the records per second that are in time at the lower bound; empty
 *     without one
 * @param trials how many trials it rests on
 */
public record SearchResult(
        SearchEnd end,
        OptionalInt lowerBound,
        OptionalInt upperBound,
        OptionalDouble conditionalThroughput,
        int trials) {

    /** Returns true if the result must be marked, because it is not both bounds side by side. */
    public boolean isIrregular() {
        return end != SearchEnd.REGULAR;
    }
}
