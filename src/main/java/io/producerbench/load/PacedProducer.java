package io.producerbench.load;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * One producer at work: it sends the next record, knows how many are outstanding, and commits its
 * transactions.
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
    private final TransactionRule rule;
    private long[] dueInTransaction;
    private long endsNanos;
    private final int samplingStride;
    private long sent;
    private int inTransaction;
    private long firstInTransaction;
    private long succeededBeforeTransaction;
    private long transactions;
    private long abortedTransactions;
    private long drawnAborts;
    private volatile long abortedRecords;
    private volatile long controlRecords;

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
        this.rule = rule;
        this.dueInTransaction = new long[rule.firstRoom()];
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
        beginTransactionIfDue();
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
            endIfFull(LatencySink.NO_DUE_TIME);
        }
    }

    /**
     * Waits until {@code dueNanos} if that is not past, then sends the next record. No record is
     * skipped, however late.
     */
    public void sendNextAt(long dueNanos) {
        long before = Pacer.awaitDue(dueNanos);
        beginTransactionIfDue();
        long sequence = sent;
        boolean taken = send(slots.claim(sequence, dueNanos, before));
        sink.sent(sequence, dueNanos, before, System.nanoTime() - before);
        if (taken) {
            endIfFull(dueNanos);
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
            if (!rule.isTransactional()) {
                throw e;
            }
            abort();
            return false;
        }
    }

    private ProducerRecord<byte[], byte[]> nextRecord() {
        return new ProducerRecord<>(topic, payloads.key(sent), payloads.value(sent));
    }

    private void beginTransactionIfDue() {
        if (rule.isTransactional() && inTransaction == 0) {
            producer.beginTransaction();
            firstInTransaction = sent;
            endsNanos = rule.isTimed() ? rule.endNanos() : 0;
            succeededBeforeTransaction = completions.succeeded();
        }
    }

    private void endIfFull(long dueNanos) {
        if (rule.isTransactional()) {
            if (inTransaction == dueInTransaction.length) {
                dueInTransaction = Arrays.copyOf(dueInTransaction, 2 * inTransaction);
            }
            dueInTransaction[inTransaction++] = dueNanos;
            if (rule.isOver(inTransaction, endsNanos)) {
                end();
            }
        }
    }

    private void end() {
        if (rule.abortsNext()) {
            abortAsDrawn();
        } else {
            commit();
        }
    }

    /**
     * Ends the open transaction when its time is over, if that is at the latest at {@code nanos}, and
     * waits until then. Does nothing if transactions end by their number of records. To be called with
     * the due time of the next record, because that may come long after.
     */
    public void endTransactionBy(long nanos) {
        if (rule.isTimed() && inTransaction > 0 && endsNanos - nanos <= 0) {
            Pacer.awaitDue(endsNanos);
            end();
        }
    }

    /**
     * Aborts the open transaction, which could be committed. All its records are acknowledged before,
     * because an abort would drop those that are still unsent.
     */
    private void abortAsDrawn() {
        producer.flush();
        producer.abortTransaction();
        drawnAborts++;
        sink.aborted(firstInTransaction, sent);
        endTransaction();
        countAborted();
    }

    /**
     * Ends the open transaction, if there is one. A transaction that Kafka refuses to commit is
     * aborted and counted.
     */
    private void commit() {
        long before = System.nanoTime();
        try {
            producer.commitTransaction();
            long now = System.nanoTime();
            sink.commit(before, now - before);
            for (int i = 0; i < inTransaction; i++) {
                sink.committed(dueInTransaction[i], now);
            }
        } catch (ProducerFencedException | TimeoutException | InterruptException e) {
            throw e; // after none of these is there a transaction to abort
        } catch (KafkaException e) {
            abort();
            return;
        }
        endTransaction();
    }

    /** Aborts the open transaction, and gives every record sent so far an outcome. */
    private void abort() {
        producer.abortTransaction();
        abortedTransactions++;
        sink.aborted(firstInTransaction, sent);
        endTransaction();
        producer.flush();
        // After a send() that threw, the abort calls back for its record or does not, so the rest
        // is counted here.
        completions.notTaken(sent - completions.completed());
        countAborted();
    }

    /** To be called when every record of the aborted transaction has its outcome. */
    private void countAborted() {
        abortedRecords += completions.succeeded() - succeededBeforeTransaction;
    }

    private void endTransaction() {
        transactions++;
        inTransaction = 0;
        // A commit or abort returns after every callback, and writes one control record to each
        // partition it touched.
        controlRecords += completions.takePartitionsTouched();
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
        if (inTransaction > 0) {
            commit();
        }
        producer.flush();
    }

    /** True if a transaction with records is open. */
    public boolean isInTransaction() {
        return inTransaction > 0;
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
        return abortedRecords;
    }

    /**
     * Returns how many control records (commit and abort markers) were written so far; exact while
     * no transaction is open.
     */
    public long controlRecords() {
        return controlRecords;
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
                transactions,
                abortedTransactions,
                controlRecords,
                completions.faults(),
                slots.misses(),
                drawnAborts,
                abortedRecords);
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
