package io.producerbench.load;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** What became of records, counted by one thread; {@link #completed} may be read by another at any time. */
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

    /** The callback itself threw: Kafka would only log it, and the count would lie. */
    void fault() {
        faults++;
    }

    /** Publishes one more completed record and all that was counted with it. */
    long complete() {
        long now = completed + 1;
        COMPLETED.setRelease(this, now);
        return now;
    }

    long completed() {
        return (long) COMPLETED.getAcquire(this);
    }

    long succeeded() {
        COMPLETED.getAcquire(this); // what was counted before is seen with it
        return succeeded;
    }

    long failures(FailureKind kind) {
        return failures[kind.ordinal()];
    }

    long faults() {
        return faults;
    }
}
