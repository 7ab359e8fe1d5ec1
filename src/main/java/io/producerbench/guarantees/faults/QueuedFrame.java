package io.producerbench.guarantees.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One delivery on a connection, made after all deliveries before it. Most deliveries write a frame.
 */
final class QueuedFrame {

    /** What is done when the delivery is due. */
    @FunctionalInterface
    interface Delivery {
        void deliver() throws IOException;
    }

    /** What a delivery does. */
    enum DeliveryKind {
        /** Writes a frame. */
        FRAME,
        /** Opens or closes the connection. */
        CONNECTION,
        /** Ends the stream, after which nothing follows. */
        END
    }

    private record Wait(ArmedFault fault, long untilNanos) {}

    private final DeliveryKind kind;
    private final int bytes;
    private final Delivery delivery;
    /** Null until a fault makes it wait, which is rare. */
    private List<Wait> waits;

    QueuedFrame(DeliveryKind kind, int bytes, Delivery delivery) {
        this.kind = kind;
        this.bytes = bytes;
        this.delivery = delivery;
    }

    DeliveryKind kind() {
        return kind;
    }

    int bytes() {
        return bytes;
    }

    void deliver() throws IOException {
        delivery.deliver();
    }

    /** Makes it wait for the fault. Only frames count as hits. */
    void waitFor(ArmedFault fault) {
        if (waits == null) {
            waits = new ArrayList<>(1);
        }
        waits.add(new Wait(fault, System.nanoTime() + fault.spec().delay().toNanos()));
        if (kind == DeliveryKind.FRAME) {
            fault.hit();
        }
    }

    boolean wasStopped() {
        return waits != null;
    }

    /**
     * Returns how long it must still wait if no fault ends before, in nanoseconds; 0 or less if it
     * is due.
     */
    long nanosLeft() {
        long left = 0;
        if (waits != null) {
            long now = System.nanoTime();
            for (Wait wait : waits) {
                left = Math.max(left, wait.fault().isEnded() ? 0 : wait.untilNanos() - now);
            }
        }
        return left;
    }
}
