package io.producerbench.guarantees.clients;

import io.producerbench.guarantees.verification.Attempt;
import io.producerbench.guarantees.verification.AttemptOutcome;
import io.producerbench.guarantees.verification.Ledger;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** Settles the attempts of one writer: writes each outcome to the ledger first, then counts it. */
final class Settlements {
    private final Ledger ledger;
    private final BooleanSupplier retried;
    private final Refusals refusals;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong offsetsGiven = new AtomicLong();
    private final AtomicLong settled = new AtomicLong();
    private final Map<String, Long> failures = new ConcurrentHashMap<>();

    /** @param retried true once the producer has retried anything */
    Settlements(Ledger ledger, BooleanSupplier retried, Refusals refusals) {
        this.ledger = ledger;
        this.retried = retried;
        this.refusals = refusals;
    }

    /** Returns the callback for an attempt that the calling thread is about to make. */
    Settlement of(int attempt) {
        return new Settlement(attempt, Thread.currentThread());
    }

    long acknowledged() {
        return acknowledged.get();
    }

    long offsetsGiven() {
        return offsetsGiven.get();
    }

    long settled() {
        return settled.get();
    }

    Map<String, Long> failures() {
        return new TreeMap<>(failures);
    }

    /**
     * Takes the first outcome of one attempt. A transactional send can fail in {@code send()} and
     * again when its batch is dropped.
     */
    final class Settlement implements Callback {
        private final int attempt;
        private final Thread sender;
        private final AtomicBoolean said = new AtomicBoolean();

        private Settlement(int attempt, Thread sender) {
            this.attempt = attempt;
            this.sender = sender;
        }

        @Override
        public void onCompletion(RecordMetadata metadata, Exception failure) {
            if (!said.compareAndSet(false, true)) {
                return;
            }
            if (failure == null) {
                acknowledged(metadata);
            } else if (Thread.currentThread() == sender) {
                failed(failure, Refusals.bySend(failure));
            } else {
                failed(failure, retried.getAsBoolean() ? refusals.afterRetries() : refusals.atFirstTry(failure));
            }
        }

        /**
         * Settles the attempt with the exception that {@code send()} threw instead of calling back.
         */
        void thrown(KafkaException failure) {
            if (said.compareAndSet(false, true)) {
                failed(failure, Refusals.bySend(failure));
            }
        }

        private void acknowledged(RecordMetadata metadata) {
            ledger.settled(
                    attempt, AttemptOutcome.ACKNOWLEDGED, metadata.hasOffset() ? metadata.offset() : Attempt.NO_OFFSET);
            if (metadata.hasOffset()) {
                offsetsGiven.incrementAndGet();
            }
            acknowledged.incrementAndGet();
            settled.incrementAndGet();
        }

        private void failed(Exception failure, AttemptOutcome outcome) {
            ledger.settled(attempt, outcome, Attempt.NO_OFFSET);
            failures.merge(failure.getClass().getSimpleName(), 1L, Long::sum);
            settled.incrementAndGet();
        }
    }
}
