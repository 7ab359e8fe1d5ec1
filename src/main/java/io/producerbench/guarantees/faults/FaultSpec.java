package io.producerbench.guarantees.faults;

import io.producerbench.guarantees.faults.FaultAction.Direction;
import java.time.Duration;
import java.util.Optional;

/**
 * Which frames a fault is for, and for how long.
 *
 * @param api the requests it aims at, or whose responses; empty for all
 * @param count how many of them
 * @param delay how long they wait
 */
record FaultSpec(FaultAction verb, Optional<Api> api, int count, Duration delay) {

    /** Longer than anything lives; and so short that adding it to a time does not overflow. */
    private static final Duration UNTIL_CLOSED = Duration.ofDays(10_000);

    FaultSpec {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "expected at least 1 frame for " + verb.label() + " to hit, got " + count);
        }
        if (delay.isNegative()) {
            throw new IllegalArgumentException("expected a delay of 0 or more for " + verb.label() + ", got " + delay);
        }
    }

    static FaultSpec everything(FaultAction verb) {
        return new FaultSpec(verb, Optional.empty(), Integer.MAX_VALUE, UNTIL_CLOSED);
    }

    static FaultSpec all(FaultAction verb, Api api) {
        return new FaultSpec(verb, Optional.of(api), Integer.MAX_VALUE, UNTIL_CLOSED);
    }

    static FaultSpec next(FaultAction verb, Api api, int count) {
        return new FaultSpec(verb, Optional.of(api), count, UNTIL_CLOSED);
    }

    static FaultSpec late(FaultAction verb, Api api, Duration delay) {
        return new FaultSpec(verb, Optional.of(api), Integer.MAX_VALUE, delay);
    }

    /** Whether frames of this api that go this way have to wait. */
    boolean stops(Direction direction, Optional<Api> frame) {
        return verb.stops(direction) && isFor(frame);
    }

    boolean isFor(Optional<Api> frame) {
        return api.isEmpty() || api.equals(frame);
    }

    @Override
    public String toString() {
        return verb.label() + api.map(aimedAt -> "(" + aimedAt + ")").orElse("");
    }
}
