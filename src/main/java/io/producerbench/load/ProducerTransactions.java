package io.producerbench.load;

import java.util.Arrays;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * The transactions of one {@link PacedProducer}: begins, ends and counts them. Does nothing for a
 * producer without transactions.
 *
 * <p>To be used by the thread that sends. Other threads may read {@link #abortedRecords} and
 * {@link #controlRecords}.
 */
final class ProducerTransactions {
    private final Producer<byte[], byte[]> producer;
    private final TransactionRule rule;
    private final LatencySink sink;
    private final Completions completions;
    private final boolean wanted;
    private long[] dueNanos;
    private int records;
    private long first;
    private long endsNanos;
    private long succeededBefore;
    private long ended;
    private long refused;
    private long drawnAborts;
    private volatile long abortedRecords;
    private volatile long controlRecords;

    ProducerTransactions(
            Producer<byte[], byte[]> producer, TransactionRule rule, LatencySink sink, Completions completions) {
        this.producer = producer;
        this.rule = rule;
        this.sink = sink;
        this.completions = completions;
        this.wanted = rule.isTransactional();
        this.dueNanos = new long[rule.firstRoom()];
    }

    /** True if records are sent in transactions. */
    boolean areWanted() {
        return wanted;
    }

    /** True if a transaction with records is open. */
    boolean isOpen() {
        return records > 0;
    }

    /**
     * Begins a transaction if none is open.
     *
     * @param sent how many records were handed to the producer so far, as in the other methods
     */
    void beginIfNone(long sent) {
        if (wanted && records == 0) {
            producer.beginTransaction();
            first = sent;
            endsNanos = rule.isTimed() ? rule.endNanos() : 0;
            succeededBefore = completions.succeeded();
        }
    }

    /**
     * Counts a record that the producer has taken, and ends the transaction if it is over.
     *
     * @param due when the record was due, or {@link LatencySink#NO_DUE_TIME}
     */
    void add(long due, long sent) {
        if (!wanted) {
            return;
        }
        if (records == dueNanos.length) {
            dueNanos = Arrays.copyOf(dueNanos, 2 * records);
        }
        dueNanos[records++] = due;
        if (rule.isOver(records, endsNanos)) {
            end(sent);
        }
    }

    /**
     * Ends the open transaction when its time is over, if that is at the latest at {@code nanos}, and
     * waits until then. Does nothing if transactions end by their number of records.
     */
    void endBy(long nanos, long sent) {
        if (rule.isTimed() && records > 0 && endsNanos - nanos <= 0) {
            Pacer.awaitDue(endsNanos);
            end(sent);
        }
    }

    private void end(long sent) {
        if (rule.abortsNext()) {
            abortAsDrawn(sent);
        } else {
            commit(sent);
        }
    }

    /**
     * Aborts the open transaction, which could be committed. All its records are acknowledged before,
     * because an abort would drop those that are still unsent.
     */
    private void abortAsDrawn(long sent) {
        producer.flush();
        producer.abortTransaction();
        drawnAborts++;
        sink.aborted(first, sent);
        close();
        countAborted();
    }

    /** Commits the open transaction. One that Kafka refuses to commit is aborted and counted. */
    void commit(long sent) {
        long before = System.nanoTime();
        try {
            producer.commitTransaction();
            long now = System.nanoTime();
            sink.commit(before, now - before);
            for (int i = 0; i < records; i++) {
                sink.committed(dueNanos[i], now);
            }
        } catch (ProducerFencedException | TimeoutException | InterruptException e) {
            throw e; // after none of these is there a transaction to abort
        } catch (KafkaException e) {
            abort(sent);
            return;
        }
        close();
    }

    /** Aborts the open transaction, and gives every record sent so far an outcome. */
    void abort(long sent) {
        producer.abortTransaction();
        refused++;
        sink.aborted(first, sent);
        close();
        producer.flush();
        // After a send() that threw, the abort calls back for its record or does not, so the rest
        // is counted here.
        completions.notTaken(sent - completions.completed());
        countAborted();
    }

    /** To be called when every record of the aborted transaction has its outcome. */
    private void countAborted() {
        abortedRecords += completions.succeeded() - succeededBefore;
    }

    private void close() {
        ended++;
        records = 0;
        // A commit or abort returns after every callback, and writes one control record to each
        // partition it touched.
        controlRecords += completions.takePartitionsTouched();
    }

    /** Returns how many transactions have ended so far, in any way. */
    long ended() {
        return ended;
    }

    /** Returns how many transactions were aborted because Kafka refused a record or the commit. */
    long refused() {
        return refused;
    }

    /** Returns how many transactions were aborted because their rule asked for it. */
    long drawnAborts() {
        return drawnAborts;
    }

    /** Returns how many acknowledged records are of aborted transactions; exact while none is open. */
    long abortedRecords() {
        return abortedRecords;
    }

    /** Returns how many commit and abort markers were written; exact while none is open. */
    long controlRecords() {
        return controlRecords;
    }
}
