package io.producerbench.guarantees.faults;

import java.time.Duration;
import java.util.Optional;

/**
 * What a fault does, to which frames, and for how long.
 *
 * @param api the requests that it hits, or whose responses it hits; empty for all
 * @param count how many frames it hits at most
 * @param delay how long they wait
 */
record FaultSpec(FaultAction action, Optional<Api> api, int count, Duration delay) {

    /** Longer than any run, yet short enough that adding it to a time does not overflow. */
    private static final Duration UNTIL_CLOSED = Duration.ofDays(10_000);

    FaultSpec {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "expected at least 1 frame for " + action.label() + " to hit, got " + count);
        }
        if (delay.isNegative()) {
            throw new IllegalArgumentException(
                    "expected a delay of 0 or more for " + action.label() + ", got " + delay);
        }
    }

    static FaultSpec everything(FaultAction action) {
        return new FaultSpec(action, Optional.empty(), Integer.MAX_VALUE, UNTIL_CLOSED);
    }

    static FaultSpec all(FaultAction action, Api api) {
        return new FaultSpec(action, Optional.of(api), Integer.MAX_VALUE, UNTIL_CLOSED);
    }

    static FaultSpec next(FaultAction action, Api api, int count) {
        return new FaultSpec(action, Optional.of(api), count, UNTIL_CLOSED);
    }

    static FaultSpec late(FaultAction action, Api api, Duration delay) {
        return new FaultSpec(action, Optional.of(api), Integer.MAX_VALUE, delay);
    }

    /** True if frames of this API and direction must wait. */
    boolean stops(FrameDirection direction, Optional<Api> frame) {
        return action.stops(direction) && isFor(frame);
    }

    boolean isFor(Optional<Api> frame) {
        return api.isEmpty() || api.equals(frame);
    }

    @Override
    public String toString() {
        return action.label() + api.map(aimedAt -> "(" + aimedAt + ")").orElse("");
    }
}
