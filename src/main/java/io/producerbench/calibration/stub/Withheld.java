package io.producerbench.calibration.stub;

import java.util.Arrays;

/** Until when replies of which kind must not leave. */
final class Withheld {
    private final long[] untilNanos = new long[ReplyKind.values().length];

    Withheld() {
        Arrays.fill(untilNanos, Long.MIN_VALUE);
    }

    void until(ReplyKind kind, long nanos) {
        untilNanos[kind.ordinal()] = Math.max(untilNanos[kind.ordinal()], nanos);
    }

    /** When a reply may leave that is due at {@code dueNanos}. */
    long release(ReplyKind kind, long dueNanos) {
        return Math.max(dueNanos, untilNanos[kind.ordinal()]);
    }
}
