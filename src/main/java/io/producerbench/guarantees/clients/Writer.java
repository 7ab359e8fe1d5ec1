package io.producerbench.guarantees.clients;

import io.producerbench.guarantee.Guarantee;
import io.producerbench.guarantees.clients.Settlements.Settlement;
import io.producerbench.guarantees.verification.Ledger;
import io.producerbench.guarantees.verification.RecordHeader;
import io.producerbench.guarantees.verification.RecordId;
import io.producerbench.guarantees.verification.RecordKind;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * A producer that writes every attempt to the ledger. One instance is one producer session. Several
 * threads may send records, but only one writer at a time may use a producer's number, because
 * otherwise the order of its sequences means nothing.
 */
public final class Writer implements AutoCloseable {
    private static final int SMALL_BYTES = 100;
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(2);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Ledger ledger;
    private final int number;
    private final String topic;
    private final ProducerSession session;
    private final WriterTransaction transaction;
    private final Settlements settlements;
    private long attempts;

    private Writer(Ledger ledger, int number, String topic, ProducerSession session, Guarantee guarantee) {
        this.ledger = ledger;
        this.number = number;
        this.topic = topic;
        this.session = session;
        this.transaction = new WriterTransaction(ledger, session.producer());
        this.settlements = new Settlements(
                ledger,
                () -> session.retries() > 0,
                guarantee.enableIdempotence() ? Refusals.IDEMPOTENT : Refusals.PLAIN);
    }

    /**
     * Opens a session. When this returns, a transactional writer may {@link #begin}.
     *
     * @param producer the number of the producer, 0 or more; a session that continues another one
     *     has the same number
     * @param overrides Kafka producer settings on top of the guarantee's own and of
     *     {@code linger.ms=0}
     */
    public static Writer open(
            Ledger ledger,
            int producer,
            String bootstrapServers,
            String topic,
            Guarantee guarantee,
            Map<String, String> overrides) {
        String name = topic + "-" + ledger.run() + "-" + producer;
        ProducerSession session = ProducerSession.start(name, bootstrapServers, guarantee, overrides);
        return new Writer(ledger, producer, topic, session, guarantee);
    }

    /**
     * Sends a new record of about 100 bytes. The attempt is in the ledger's file before it is sent.
     */
    public RecordId send(int partition) {
        return send(partition, SMALL_BYTES);
    }

    /** Sends a new record of this size. The attempt is in the ledger's file before it is sent. */
    public synchronized RecordId send(int partition, int bytes) {
        RecordId id = ledger.next(number, partition);
        attempt(id, bytes);
        return id;
    }

    /**
     * Sends a record with the same id again, as an application does that does not know its outcome.
     */
    public synchronized void resend(RecordId id) {
        if (id.run() != ledger.run()) {
            throw new IllegalArgumentException("expected a record of run " + ledger.run() + ", got: " + id);
        }
        attempt(id, SMALL_BYTES);
    }

    private void attempt(RecordId id, int bytes) {
        transaction.requireNotLeftOpen();
        int inTransaction = transaction.openNumber();
        byte[] value = new RecordHeader(id, inTransaction, RecordKind.DATA).encode(bytes);
        int attempt = ledger.attempted(id, inTransaction);
        Settlement settlement = settlements.of(attempt);
        var record = new ProducerRecord<byte[], byte[]>(topic, id.partition(), null, value);
        ledger.entered(attempt);
        attempts++;
        try {
            session.producer().send(record, settlement);
        } catch (KafkaException e) {
            settlement.thrown(e);
            throw e;
        }
    }

    /** Begins a transaction. Its number is unique in the ledger. */
    public synchronized void begin() {
        transaction.begin();
    }

    /** Returns the number of the open transaction or else of the last one, 0 if there was none. */
    public synchronized int transaction() {
        return transaction.number();
    }

    /**
     * When this returns, the transaction is committed.
     *
     * @throws KafkaException if that is not known; only another {@code commit()} that returns can
     *     settle it
     */
    public synchronized void commit() {
        transaction.commit();
    }

    /**
     * When this returns, the transaction is aborted. If its commit was tried before, its outcome
     * remains unknown, because brokers also accept an abort after a commit.
     *
     * @throws KafkaException if that is not known
     */
    public synchronized void abort() {
        transaction.abort();
    }

    /**
     * Leaves the transaction open: not even {@link #close} ends it. Only {@link #close} may be
     * called after this.
     */
    public synchronized void leaveOpen() {
        transaction.leaveOpen();
    }

    /** Returns the number of callbacks without exception so far. */
    public long acknowledged() {
        return settlements.acknowledged();
    }

    /** Returns the number of callbacks so far. */
    public long settled() {
        return settlements.settled();
    }

    /** Returns the number of callbacks so far without exception and with an offset. */
    public long offsetsGiven() {
        return settlements.offsetsGiven();
    }

    /** Returns how often an attempt failed so far, by the simple name of the exception's class. */
    public Map<String, Long> failures() {
        return settlements.failures();
    }

    /** Returns Kafka's own count of retries, in records. */
    public long retries() {
        return session.retries();
    }

    /** Returns Kafka's own count of failed records. */
    public long errors() {
        return session.errors();
    }

    /** When this returns, everything sent before is settled. */
    public void flush() {
        session.producer().flush();
    }

    /**
     * Waits at most 2 s for outstanding attempts. An attempt that is not settled then has an
     * unknown outcome.
     */
    @Override
    public synchronized void close() {
        if (transaction.isLeftOpen()) {
            // With any time to close, Kafka would abort the transaction.
            awaitSettled();
            abandon();
        } else {
            session.producer().close(LONGEST_CLOSE);
        }
    }

    private void awaitSettled() {
        long deadline = System.nanoTime() + LONGEST_CLOSE.toNanos();
        while (settlements.settled() < attempts
                && System.nanoTime() < deadline
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(this, POLL_NANOS);
        }
    }

    /** Closes without waiting for anything. */
    public void abandon() {
        session.producer().close(Duration.ZERO);
    }
}
