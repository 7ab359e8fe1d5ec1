package io.producerbench.guarantees.clients;

import io.producerbench.guarantees.verification.Ledger;
import io.producerbench.guarantees.verification.TransactionOutcome;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;

/**
 * The transactions of one {@link Writer}, one after the other, and their entries in the ledger. The
 * writer's lock guards it.
 */
final class WriterTransaction {
    private final Ledger ledger;
    private final KafkaProducer<byte[], byte[]> producer;
    private int number;
    private boolean open;
    private boolean commitTried;
    private boolean leftOpen;

    WriterTransaction(Ledger ledger, KafkaProducer<byte[], byte[]> producer) {
        this.ledger = ledger;
        this.producer = producer;
    }

    /** Returns the number of the open transaction or else of the last one, 0 if there was none. */
    int number() {
        return number;
    }

    /** Returns the number of the open transaction, 0 if none is open. */
    int openNumber() {
        return open ? number : 0;
    }

    /** True if the transaction was left open for good. */
    boolean isLeftOpen() {
        return leftOpen;
    }

    void begin() {
        requireNotLeftOpen();
        number = ledger.begun();
        producer.beginTransaction();
        open = true;
        commitTried = false;
    }

    void commit() {
        commitTried = true;
        end(producer::commitTransaction, TransactionOutcome.COMMITTED);
    }

    void abort() {
        end(producer::abortTransaction, commitTried ? TransactionOutcome.UNKNOWN : TransactionOutcome.ABORTED);
    }

    private void end(Runnable ending, TransactionOutcome outcome) {
        requireNotLeftOpen();
        try {
            ending.run();
            ledger.ended(number, outcome);
            open = false;
        } catch (KafkaException e) {
            ledger.ended(number, TransactionOutcome.UNKNOWN);
            throw e;
        }
    }

    void leaveOpen() {
        requireNotLeftOpen();
        if (!open) {
            throw new IllegalStateException("expected an open transaction to leave, got none: call begin() first");
        }
        leftOpen = true;
    }

    void requireNotLeftOpen() {
        if (leftOpen) {
            throw new IllegalStateException(
                    "transaction " + number + " was left open: use another writer for anything else");
        }
    }
}
