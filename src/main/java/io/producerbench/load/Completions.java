package io.producerbench.load;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Counts one producer's callbacks, and is itself the callback of records that are not timed.
 *
 * <p>There are at most two writers: the producer's network thread, and the sending thread when
 * {@code send()} fails on it. Each has its own tally, so no count needs an atomic operation.
 * Failures never reach the latency histograms.
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

    /**
     * Bounds the wait if a wake-up is missed, because callbacks check {@code wakeAt} without a
     * fence to stay cheap.
     */
    private static final long LONGEST_PARK_NANOS = 1_000_000;

    /** Of a record that is not timed. */
    private static final long NO_SEQUENCE = -1;

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

    /** Sets the thread that sends from now on. */
    void sentBy(Thread thread) {
        sender = thread;
    }

    @Override
    public void onCompletion(RecordMetadata metadata, Exception exception) {
        complete(metadata, exception, NO_SEQUENCE, LatencySink.NO_DUE_TIME, LatencySink.NO_DUE_TIME);
    }

    void complete(RecordMetadata metadata, Exception exception, long sequence, long dueNanos, long sentNanos) {
        boolean onSender = Thread.currentThread() == sender;
        Tally tally = onSender ? bySender : byNetworkThread;
        if (exception != null) {
            tally.failure(FailureKind.of(exception));
        } else {
            tally.success();
            try {
                partitionsTouched[metadata.partition()] = true;
                if (sentNanos != LatencySink.NO_DUE_TIME) {
                    sink.acknowledged(sequence, dueNanos, sentNanos, System.nanoTime());
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

    /** Returns how many records have a known outcome; never more than there are. */
    long completed() {
        return byNetworkThread.completed() + bySender.completed();
    }

    /** Returns when at least {@code target} records are complete. Only the sender may call it. */
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

    /**
     * Returns how many partitions took a record since the last call. To be called only when nothing
     * is in flight.
     */
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

    /**
     * Returns how many records are certainly not in the log. A record that fails inside
     * {@code send()} never left.
     */
    long failures(FailureKind kind) {
        return bySender.failures(kind) + (kind.leavesUnknown() ? 0 : byNetworkThread.failures(kind));
    }

    /** Returns how many records may be in the log although they were not acknowledged. */
    long unknowns(FailureKind kind) {
        return kind.leavesUnknown() ? byNetworkThread.failures(kind) : 0;
    }

    /** Counts {@code records} for which no callback will come. Only the sender may call it. */
    void notTaken(long records) {
        for (long i = 0; i < records; i++) {
            bySender.failure(FailureKind.NOT_TAKEN);
            bySender.complete();
        }
    }

    /** Returns how many callbacks threw an exception of our own. */
    long faults() {
        return byNetworkThread.faults() + bySender.faults();
    }
}
