package io.producerbench.guarantees.faults;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/**
 * One direction of a connection: the frames that were read and not yet delivered, in order. Frames
 * are read before they may be delivered, so that a withheld frame is counted when it arrives.
 */
final class FrameQueue {

    /** Beyond this the sender must wait, as it would without a proxy. */
    private static final long MOST_BYTES = 16 << 20;

    private final FaultRegistry registry;
    private final Condition changed;
    private final Deque<QueuedFrame> frames = new ArrayDeque<>();
    private QueuedFrame delivering;
    private long bytes;
    private boolean closed;

    FrameQueue(FaultRegistry registry) {
        this.registry = registry;
        this.changed = registry.newCondition();
    }

    /** With the lock held. */
    void put(QueuedFrame queued) {
        if (!closed) {
            frames.add(queued);
            bytes += queued.bytes();
            changed.signalAll();
        }
    }

    /** Makes every frame that was not delivered yet wait for this fault. With the lock held. */
    void stop(ArmedFault fault) {
        frames.forEach(queued -> queued.waitFor(fault));
    }

    /** True if a fault has stopped any frame that is still here. With the lock held. */
    boolean isWithholding() {
        return (delivering != null && delivering.wasStopped())
                || frames.stream().anyMatch(QueuedFrame::wasStopped);
    }

    /** With the lock held. */
    void wake() {
        changed.signalAll();
    }

    /**
     * Drops every frame that was not delivered yet, and accepts and delivers no more. With the lock
     * held.
     */
    void close() {
        closed = true;
        frames.clear();
        delivering = null;
        bytes = 0;
        changed.signalAll();
        registry.settle();
    }

    /**
     * Waits until there is room for another frame. Returns false if the queue was closed. Takes the
     * lock.
     */
    boolean awaitRoom() {
        return registry.ask(() -> {
            while (!closed && bytes > MOST_BYTES) {
                changed.awaitUninterruptibly();
            }
            return !closed;
        });
    }

    /**
     * Delivers all frames in order as they become due. Returns after the end of the stream, or when
     * this queue was closed. When the receiver is gone, the remaining frames are dropped, because
     * the sender cannot know of it.
     */
    void deliver() throws InterruptedException {
        boolean received = true;
        for (QueuedFrame next = take(); next != null; next = take()) {
            try {
                if (received || next.kind() == QueuedFrame.DeliveryKind.END) {
                    next.deliver();
                }
            } catch (IOException receiverGone) {
                received = false;
            }
            if (next.kind() == QueuedFrame.DeliveryKind.END) {
                registry.locked(this::removeDelivered);
                return;
            }
        }
    }

    /** Returns the next frame when it is due, null when this queue was closed. */
    private QueuedFrame take() throws InterruptedException {
        registry.lock();
        try {
            removeDelivered();
            while (!closed) {
                QueuedFrame head = frames.peek();
                long nanos = head == null ? Long.MAX_VALUE : head.nanosLeft();
                if (nanos <= 0) {
                    delivering = frames.remove();
                    return delivering;
                }
                changed.await(nanos, TimeUnit.NANOSECONDS);
            }
            return null;
        } finally {
            registry.unlock();
        }
    }

    private void removeDelivered() {
        if (delivering != null) {
            bytes -= delivering.bytes();
            delivering = null;
            changed.signalAll();
            registry.settle();
        }
    }
}
