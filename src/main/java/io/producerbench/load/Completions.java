package io.producerbench.load;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Counts one producer's callbacks; itself the callback of records that are not timed.
 *
 * <p>There are two writers, never more: the producer's network thread, and the sending thread when {@code send()} fails on
 * it. Each has a tally of its own, so no count needs an atomic operation. Failures never reach the latency histograms.
 */
final class Completions implements Callback {
    private static final VarHandle WAKE_AT;

    static {
        try {
            WAKE_AT = MethodHandles.lookup().findVarHandle(Completions.class, "wakeAt", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Bounds the wait if a wake-up is missed: the sender checks {@code wakeAt} without a fence, to keep callbacks cheap. */
    private static final long LONGEST_PARK_NANOS = 1_000_000;

    private final Tally byNetworkThread = new Tally();
    private final Tally bySender = new Tally();
    private final LatencySink sink;
    private final boolean[] partitionsTouched;
    private Thread sender;
    private long wakeAt = Long.MAX_VALUE;

    Completions(LatencySink sink, int partitions) {
        this.sink = sink;
        this.partitionsTouched = new boolean[partitions];
    }

    /** Says which thread sends from now on. */
    void sentBy(Thread thread) {
        sender = thread;
    }

    @Override
    public void onCompletion(RecordMetadata metadata, Exception exception) {
        complete(metadata, exception, LatencySink.NO_DUE_TIME, LatencySink.NO_DUE_TIME);
    }

    void complete(RecordMetadata metadata, Exception exception, long dueNanos, long sentNanos) {
        boolean onSender = Thread.currentThread() == sender;
        Tally tally = onSender ? bySender : byNetworkThread;
        if (exception != null) {
            tally.failure(FailureKind.of(exception));
        } else {
            tally.success();
            try {
                partitionsTouched[metadata.partition()] = true;
                if (sentNanos != LatencySink.NO_DUE_TIME) {
                    sink.acknowledged(dueNanos, sentNanos, System.nanoTime());
                }
            } catch (RuntimeException e) {
                tally.fault();
            }
        }
        long completed = tally.complete();
        if (!onSender && completed >= (long) WAKE_AT.getOpaque(this)) {
            WAKE_AT.setOpaque(this, Long.MAX_VALUE);
            LockSupport.unpark(sender);
        }
    }

    /** Records whose outcome is known; never ahead of the truth. */
    long completed() {
        return byNetworkThread.completed() + bySender.completed();
    }

    /** Returns when at least {@code target} records are complete. To be called by the sender only. */
    void await(long target) {
        if (completed() >= target) {
            return;
        }
        WAKE_AT.setVolatile(this, target - bySender.completed());
        while (completed() < target) {
            LockSupport.parkNanos(this, LONGEST_PARK_NANOS);
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("interrupted while waiting for acknowledgements: " + completed()
                        + " of " + target + " records are complete");
            }
        }
        WAKE_AT.setOpaque(this, Long.MAX_VALUE);
    }

    /** Partitions that took a record since the last call. To be called only when nothing is in flight. */
    int takePartitionsTouched() {
        int count = 0;
        for (int i = 0; i < partitionsTouched.length; i++) {
            if (partitionsTouched[i]) {
                count++;
                partitionsTouched[i] = false;
            }
        }
        return count;
    }

    long succeeded() {
        return byNetworkThread.succeeded() + bySender.succeeded();
    }

    /** Records that are certainly not in the log: what fails inside {@code send()} never left. */
    long failures(FailureKind kind) {
        return bySender.failures(kind) + (kind.leavesUnknown() ? 0 : byNetworkThread.failures(kind));
    }

    /** Records that may be in the log though nobody said so. */
    long unknowns(FailureKind kind) {
        return kind.leavesUnknown() ? byNetworkThread.failures(kind) : 0;
    }

    /** Says that {@code records} will never be called back for. To be called by the sender only. */
    void notTaken(long records) {
        for (long i = 0; i < records; i++) {
            bySender.failure(FailureKind.NOT_TAKEN);
            bySender.complete();
        }
    }

    long faults() {
        return byNetworkThread.faults() + bySender.faults();
    }
}
