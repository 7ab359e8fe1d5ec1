package io.producerbench.curve;

import io.producerbench.curve.search.SearchResult;
import java.util.Optional;

/** Why a goal has the bounds that it has: the values of the column {@code result}. */
enum CurveResult {
    /** Both bounds are known and next to each other. */
    REGULAR,
    /** Even the lowest load of the search misses the goal. */
    BELOW_RANGE,
    /** Even the highest load of the search reaches the goal. */
    ABOVE_RANGE,
    /** The trials did not decide in the number that was allowed, or too many were disturbed. */
    UNDECIDED,
    /** Even the lowest rate of the ladder misses the goal, so that there was no search. */
    UNREACHABLE,
    /** There was no search, because nothing is acknowledged or the maximum could not be measured. */
    NOT_SEARCHED;

    static CurveResult of(Optional<SearchResult> found, boolean unreachable) {
        if (unreachable) {
            return UNREACHABLE;
        }
        return found.map(result -> valueOf(result.end().name())).orElse(NOT_SEARCHED);
    }
}
