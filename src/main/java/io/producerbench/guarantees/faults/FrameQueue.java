package io.producerbench.guarantees.faults;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/**
 * One direction of a connection: what was read and has not left yet, in order. Read ahead of what may leave, so that whatever
 * is withheld is counted when it comes and not when it goes.
 */
final class FrameQueue {

    /** Beyond this the sender is left to wait, as it would be without a proxy. */
    private static final long MOST_BYTES = 16 << 20;

    private final FaultRegistry rules;
    private final Condition changed;
    private final Deque<QueuedFrame> parcels = new ArrayDeque<>();
    private QueuedFrame leaving;
    private long bytes;
    private boolean closed;

    FrameQueue(FaultRegistry rules) {
        this.rules = rules;
        this.changed = rules.newCondition();
    }

    /** With the lock held. */
    void put(QueuedFrame parcel) {
        if (!closed) {
            parcels.add(parcel);
            bytes += parcel.bytes();
            changed.signalAll();
        }
    }

    /** Makes all that has not left wait for this fault. With the lock held. */
    void stop(ArmedFault fault) {
        parcels.forEach(parcel -> parcel.waitFor(fault));
    }

    /** Whether anything is here that a fault has ever stopped. With the lock held. */
    boolean isWithholding() {
        return (leaving != null && leaving.wasStopped()) || parcels.stream().anyMatch(QueuedFrame::wasStopped);
    }

    /** With the lock held. */
    void wake() {
        changed.signalAll();
    }

    /** Drops all that has not left, and lets nothing in or out any more. With the lock held. */
    void close() {
        closed = true;
        parcels.clear();
        leaving = null;
        bytes = 0;
        changed.signalAll();
        rules.settle();
    }

    /** Takes the lock. Returns when there is room for another frame, false if there never will be. */
    boolean awaitRoom() {
        return rules.ask(() -> {
            while (!closed && bytes > MOST_BYTES) {
                changed.awaitUninterruptibly();
            }
            return !closed;
        });
    }

    /**
     * Delivers all parcels in order as they become due; returns after the end, or when this lane was closed. When the
     * receiver is gone, what is left is dropped, as the sender cannot know.
     */
    void deliver() throws InterruptedException {
        boolean received = true;
        for (QueuedFrame next = take(); next != null; next = take()) {
            try {
                if (received || next.kind() == QueuedFrame.Kind.END) {
                    next.deliver();
                }
            } catch (IOException receiverGone) {
                received = false;
            }
            if (next.kind() == QueuedFrame.Kind.END) {
                rules.locked(this::left);
                return;
            }
        }
    }

    /** The next parcel when it is due; null when this lane was closed. */
    private QueuedFrame take() throws InterruptedException {
        rules.lock();
        try {
            left();
            while (!closed) {
                QueuedFrame head = parcels.peek();
                long nanos = head == null ? Long.MAX_VALUE : head.nanosLeft();
                if (nanos <= 0) {
                    leaving = parcels.remove();
                    return leaving;
                }
                changed.await(nanos, TimeUnit.NANOSECONDS);
            }
            return null;
        } finally {
            rules.unlock();
        }
    }

    private void left() {
        if (leaving != null) {
            bytes -= leaving.bytes();
            leaving = null;
            changed.signalAll();
            rules.settle();
        }
    }
}
