package io.producerbench.results.sample;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether a sample counts.
 *
 * @param reason empty if it does
 * @param cause empty if it does
 */
public record Validity(Status status, String reason, Optional<Cause> cause) {
    public static final Validity OK = new Validity(Status.OK, "", Optional.empty());

    /**
     * Returns the validity of a sample that gave no numbers. It may be taken again, because a fork
     * that fails by itself has been refused before the run.
     */
    public static Validity failed(String reason) {
        return new Validity(Status.FAILED, reason, Optional.of(Cause.DISTURBANCE));
    }

    /** Returns the validity of a sample with numbers. One finding among its problems decides. */
    public static Validity of(List<Problem> problems) {
        if (problems.isEmpty()) {
            return OK;
        }
        return new Validity(
                Status.INVALID,
                problems.stream().map(Problem::text).collect(Collectors.joining("; ")),
                problems.stream().map(Problem::cause).max(Cause::compareTo));
    }
}
