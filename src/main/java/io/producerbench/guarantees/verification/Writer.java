package io.producerbench.guarantees.verification;

import io.producerbench.guarantee.Guarantee;
import io.producerbench.guarantees.verification.Settlements.Settlement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * A producer that keeps the ledger: one instance is one producer session. Records may be sent by several threads, but
 * only one writer at a time may use a producer's number, or the order of its sequences means nothing.
 */
public final class Writer implements AutoCloseable {
    private static final int SMALL_BYTES = 100;
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(2);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Ledger ledger;
    private final int number;
    private final String topic;
    private final ProducerSession session;
    private final Settlements settlements;
    private long attempts;
    private int transaction;
    private boolean open;
    private boolean commitTried;
    private boolean leftOpen;

    private Writer(Ledger ledger, int number, String topic, ProducerSession session, Guarantee guarantee) {
        this.ledger = ledger;
        this.number = number;
        this.topic = topic;
        this.session = session;
        this.settlements = new Settlements(
                ledger,
                () -> session.retries() > 0,
                guarantee.enableIdempotence() ? Refusals.IDEMPOTENT : Refusals.PLAIN);
    }

    /**
     * When this returns, a transactional writer may {@link #begin}.
     *
     * @param producer the number of the producer, 0 or more; a session that goes on where another ended has the same
     * @param overrides Kafka producer settings on top of the guarantee's own and of {@code linger.ms=0}
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

    /** Sends a new record of about 100 bytes; on file before it is sent. */
    public RecordId send(int partition) {
        return send(partition, SMALL_BYTES);
    }

    /** Sends a new record of this size; on file before it is sent. */
    public synchronized RecordId send(int partition, int bytes) {
        RecordId id = ledger.next(number, partition);
        attempt(id, bytes);
        return id;
    }

    /** Sends a record with the same id again, as an application does that does not know what became of it. */
    public synchronized void resend(RecordId id) {
        if (id.run() != ledger.run()) {
            throw new IllegalArgumentException("expected a record of run " + ledger.run() + ", got: " + id);
        }
        attempt(id, SMALL_BYTES);
    }

    private void attempt(RecordId id, int bytes) {
        requireNotLeftOpen();
        int inTransaction = open ? transaction : 0;
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
        requireNotLeftOpen();
        transaction = ledger.begun();
        session.producer().beginTransaction();
        open = true;
        commitTried = false;
    }

    /** The number of the open transaction or else of the last one; 0 if there was none. */
    public synchronized int transaction() {
        return transaction;
    }

    /**
     * When this returns, the transaction is committed.
     *
     * @throws KafkaException if that is not known; only another {@code commit()} that returns can settle it
     */
    public synchronized void commit() {
        commitTried = true;
        end(session.producer()::commitTransaction, TransactionOutcome.COMMITTED);
    }

    /**
     * When this returns, the transaction is aborted. If a commit of it was tried before, its outcome remains unknown: brokers
     * also accept to abort what comes after a commit.
     *
     * @throws KafkaException if that is not known
     */
    public synchronized void abort() {
        end(
                session.producer()::abortTransaction,
                commitTried ? TransactionOutcome.UNKNOWN : TransactionOutcome.ABORTED);
    }

    private void end(Runnable ending, TransactionOutcome outcome) {
        requireNotLeftOpen();
        try {
            ending.run();
            ledger.ended(transaction, outcome);
            open = false;
        } catch (KafkaException e) {
            ledger.ended(transaction, TransactionOutcome.UNKNOWN);
            throw e;
        }
    }

    /** The transaction is neither committed nor aborted, not even by {@link #close}, which is all that can come after this. */
    public synchronized void leaveOpen() {
        requireNotLeftOpen();
        if (!open) {
            throw new IllegalStateException("expected an open transaction to leave, got none: call begin() first");
        }
        leftOpen = true;
    }

    private void requireNotLeftOpen() {
        if (leftOpen) {
            throw new IllegalStateException(
                    "transaction " + transaction + " was left open: use another writer for anything else");
        }
    }

    /** Callbacks without exception so far. */
    public long acknowledged() {
        return settlements.acknowledged();
    }

    /** Callbacks so far. */
    public long settled() {
        return settlements.settled();
    }

    /** Callbacks without exception so far that told an offset. */
    public long offsetsGiven() {
        return settlements.offsetsGiven();
    }

    /** How often an attempt failed so far, by the simple name of the exception's class. */
    public Map<String, Long> failures() {
        return settlements.failures();
    }

    /** Kafka's own count of retries, in records. */
    public long retries() {
        return session.retries();
    }

    /** Kafka's own count of failed records. */
    public long errors() {
        return session.errors();
    }

    /** When this returns, everything sent before is settled. */
    public void flush() {
        session.producer().flush();
    }

    /** Waits at most 2 s for what is outstanding; whatever is not settled then is of unknown outcome. */
    @Override
    public synchronized void close() {
        if (leftOpen) {
            // Given any time, Kafka would abort the transaction.
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
