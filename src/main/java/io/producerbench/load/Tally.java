package io.producerbench.load;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The outcomes of records, counted by one thread. Another thread may call {@link #completed} at any
 * time.
 */
final class Tally {
    private static final VarHandle COMPLETED;

    static {
        try {
            COMPLETED = MethodHandles.lookup().findVarHandle(Tally.class, "completed", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final long[] failures = new long[FailureKind.values().length];
    private long succeeded;
    private long completed;
    private long faults;

    void success() {
        succeeded++;
    }

    void failure(FailureKind kind) {
        failures[kind.ordinal()]++;
    }

    /**
     * Counts a callback that threw. Kafka only logs such an exception, so the other counts would be
     * wrong unnoticed.
     */
    void fault() {
        faults++;
    }

    /** Publishes one more completed record together with all counts made before. */
    long complete() {
        long now = completed + 1;
        COMPLETED.setRelease(this, now);
        return now;
    }

    long completed() {
        return (long) COMPLETED.getAcquire(this);
    }

    long succeeded() {
        COMPLETED.getAcquire(this); // makes the counts before it visible
        return succeeded;
    }

    long failures(FailureKind kind) {
        return failures[kind.ordinal()];
    }

    long faults() {
        return faults;
    }
}
