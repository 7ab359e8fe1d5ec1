package io.producerbench.load;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.ProducerFencedException;

/**
 * One producer at work: it sends the next record, and knows how many are outstanding.
 *
 * <p>To be used by one thread at a time. The only object it makes for a record is the
 * {@link ProducerRecord}, which any program would make. In closed loop one record of a stride is
 * timed, so that the clock costs a few nanoseconds a record. In open loop every record is timed.
 */
public final class PacedProducer implements AutoCloseable {
    private static final int REFILL_SHARE = 32;

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final Payloads payloads;
    private final LatencySink sink;
    private final Completions completions;
    private final Slots slots;
    private final ProducerTransactions transactions;
    private final int samplingStride;
    private long sent;

    /**
     * Makes a producer that commits every transaction.
     *
     * @param recordsPerTransaction records per commit; 0 for a producer without transactions
     * @param samplingStride in closed loop one record in this many is timed; a power of two
     */
    public PacedProducer(
            Producer<byte[], byte[]> producer,
            String topic,
            int partitions,
            int recordsPerTransaction,
            int samplingStride,
            Payloads payloads,
            LatencySink sink) {
        this(
                producer,
                topic,
                partitions,
                TransactionRule.committing(recordsPerTransaction),
                samplingStride,
                payloads,
                sink);
    }

    /** @param samplingStride in closed loop one record in this many is timed; a power of two */
    PacedProducer(
            Producer<byte[], byte[]> producer,
            String topic,
            int partitions,
            TransactionRule rule,
            int samplingStride,
            Payloads payloads,
            LatencySink sink) {
        this.producer = producer;
        this.topic = topic;
        this.payloads = payloads;
        this.sink = sink;
        this.samplingStride = samplingStride;
        this.completions = new Completions(sink, partitions);
        this.slots = new Slots(completions);
        this.transactions = new ProducerTransactions(producer, rule, sink, completions);
    }

    /** Makes the calling thread the one that sends from now on. */
    public void adopt() {
        completions.sentBy(Thread.currentThread());
    }

    /**
     * Sends the next record now. Returns when the producer has taken it, which may wait for
     * {@code buffer.memory}.
     */
    public void sendNext() {
        transactions.beginIfNone(sent);
        boolean taken;
        if ((sent & (samplingStride - 1)) == 0) {
            long before = System.nanoTime();
            long sequence = sent;
            taken = send(slots.claim(sequence, LatencySink.NO_DUE_TIME, before));
            sink.sent(sequence, LatencySink.NO_DUE_TIME, before, System.nanoTime() - before);
        } else {
            taken = send(completions);
        }
        if (taken) {
            transactions.add(LatencySink.NO_DUE_TIME, sent);
        }
    }

    /**
     * Waits until {@code dueNanos} if that is not past, then sends the next record. No record is
     * skipped, however late.
     */
    public void sendNextAt(long dueNanos) {
        long before = Pacer.awaitDue(dueNanos);
        transactions.beginIfNone(sent);
        long sequence = sent;
        boolean taken = send(slots.claim(sequence, dueNanos, before));
        sink.sent(sequence, dueNanos, before, System.nanoTime() - before);
        if (taken) {
            transactions.add(dueNanos, sent);
        }
    }

    /**
     * Returns false if the transaction had failed. It is aborted then, and the record is counted as
     * not taken.
     */
    private boolean send(Callback callback) {
        ProducerRecord<byte[], byte[]> next = nextRecord();
        sent++;
        try {
            producer.send(next, callback);
            return true;
        } catch (ProducerFencedException | InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            if (!transactions.areWanted()) {
                throw e;
            }
            transactions.abort(sent);
            return false;
        }
    }

    private ProducerRecord<byte[], byte[]> nextRecord() {
        return new ProducerRecord<>(topic, payloads.key(sent), payloads.value(sent));
    }

    /**
     * Ends the open transaction when its time is over, if that is at the latest at {@code nanos}, and
     * waits until then. Does nothing if transactions end by their number of records. To be called with
     * the due time of the next record, because that may come long after.
     */
    public void endTransactionBy(long nanos) {
        transactions.endBy(nanos, sent);
    }

    /**
     * Keeps about {@code depth} records outstanding. Returns at once if no more are outstanding,
     * and otherwise when one in {@value #REFILL_SHARE} has come back, so that many records share
     * the cost of a wake-up.
     */
    public void awaitRoom(int depth) {
        if (sent - completions.completed() > depth) {
            completions.await(sent - depth + depth / REFILL_SHARE);
        }
    }

    /** Returns when nothing is outstanding, every callback has run, and no transaction is open. */
    public void drain() {
        if (transactions.isOpen()) {
            transactions.commit(sent);
        }
        producer.flush();
    }

    /** True if a transaction with records is open. */
    public boolean isInTransaction() {
        return transactions.isOpen();
    }

    /** Returns how many records were handed to the producer so far. */
    public long sent() {
        return sent;
    }

    /** Returns how many records have a known outcome so far. Any thread may call it at any time. */
    public long completed() {
        return completions.completed();
    }

    /** Returns how many callbacks had no exception so far. Any thread may call it at any time. */
    public long succeeded() {
        return completions.succeeded();
    }

    /**
     * Returns how many acknowledged records are of aborted transactions so far; exact while no
     * transaction is open.
     */
    public long abortedRecords() {
        return transactions.abortedRecords();
    }

    /**
     * Returns how many control records (commit and abort markers) were written so far; exact while
     * no transaction is open.
     */
    public long controlRecords() {
        return transactions.controlRecords();
    }

    /**
     * Returns the outcomes of all records so far. To be called only after {@link #drain}, which
     * makes them visible.
     */
    public ProducerTotals totals() {
        return new ProducerTotals(
                sent,
                completions.succeeded(),
                byKind(completions::failures),
                byKind(completions::unknowns),
                transactions.ended(),
                transactions.refused(),
                transactions.controlRecords(),
                completions.faults(),
                slots.misses(),
                transactions.drawnAborts(),
                transactions.abortedRecords());
    }

    private static Map<FailureKind, Long> byKind(ToLongFunction<FailureKind> count) {
        Map<FailureKind, Long> byKind = new EnumMap<>(FailureKind.class);
        for (FailureKind kind : FailureKind.values()) {
            if (count.applyAsLong(kind) > 0) {
                byKind.put(kind, count.applyAsLong(kind));
            }
        }
        return byKind;
    }

    /** Returns Kafka's producer, for its metrics. */
    public Producer<byte[], byte[]> producer() {
        return producer;
    }

    @Override
    public void close() {
        producer.close();
    }
}
