package io.producerbench.calibration.stub;

import java.util.Arrays;

/** The times until which replies of each kind are withheld. */
final class Withheld {
    private final long[] untilNanos = new long[ReplyKind.values().length];

    Withheld() {
        Arrays.fill(untilNanos, Long.MIN_VALUE);
    }

    void until(ReplyKind kind, long nanos) {
        untilNanos[kind.ordinal()] = Math.max(untilNanos[kind.ordinal()], nanos);
    }

    /** Returns the earliest time to send a reply that is due at {@code dueNanos}. */
    long release(ReplyKind kind, long dueNanos) {
        return Math.max(dueNanos, untilNanos[kind.ordinal()]);
    }
}
