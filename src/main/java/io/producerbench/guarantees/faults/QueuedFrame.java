package io.producerbench.guarantees.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One thing to be done in a connection after all that came before it: a frame to write, mostly. */
final class QueuedFrame {

    /** What is done when the parcel is due. */
    @FunctionalInterface
    interface Delivery {
        void deliver() throws IOException;
    }

    /** What is done: a frame is written, something else happens to the connection, or nothing is to come any more. */
    enum Kind {
        FRAME,
        CONNECTION,
        END
    }

    private record Wait(ArmedFault fault, long untilNanos) {}

    private final Kind kind;
    private final int bytes;
    private final Delivery delivery;
    /** Null until it has to wait, as hardly any parcel ever has to. */
    private List<Wait> waits;

    QueuedFrame(Kind kind, int bytes, Delivery delivery) {
        this.kind = kind;
        this.bytes = bytes;
        this.delivery = delivery;
    }

    Kind kind() {
        return kind;
    }

    int bytes() {
        return bytes;
    }

    void deliver() throws IOException {
        delivery.deliver();
    }

    /** Only frames are hits; what else happens to a connection is none. */
    void waitFor(ArmedFault fault) {
        if (waits == null) {
            waits = new ArrayList<>(1);
        }
        waits.add(new Wait(fault, System.nanoTime() + fault.target().delay().toNanos()));
        if (kind == Kind.FRAME) {
            fault.hit();
        }
    }

    boolean wasStopped() {
        return waits != null;
    }

    /** How long it must still wait, in nanoseconds, unless a fault ends before; 0 or less if it is due. */
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
