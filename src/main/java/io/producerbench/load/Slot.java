package io.producerbench.load;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * The times of one record in flight; it <em>is</em> the record's callback.
 *
 * <p>A record is identified by its object, not by its position in a queue. An {@code ApiException}
 * inside {@code send()} calls back on the sending thread, ahead of records sent before it
 * (KAFKA-3190), and retries of a non-idempotent producer come back out of order. The network thread
 * sees the sending thread's writes through the lock of the producer's accumulator. The sending
 * thread sees that a slot is free by the release in {@link #onCompletion} and the acquire in
 * {@link #isFree}.
 */
final class Slot implements Callback {
    private static final VarHandle IN_FLIGHT;

    static {
        try {
            IN_FLIGHT = MethodHandles.lookup().findVarHandle(Slot.class, "inFlight", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Completions completions;
    private boolean inFlight;
    private long sequence;
    private long dueNanos;
    private long sentNanos;

    Slot(Completions completions) {
        this.completions = completions;
    }

    void claim(long number, long due, long sent) {
        sequence = number;
        dueNanos = due;
        sentNanos = sent;
        inFlight = true;
    }

    boolean isFree() {
        return !(boolean) IN_FLIGHT.getAcquire(this);
    }

    @Override
    public void onCompletion(RecordMetadata metadata, Exception exception) {
        completions.complete(metadata, exception, sequence, dueNanos, sentNanos);
        IN_FLIGHT.setRelease(this, false);
    }
}
