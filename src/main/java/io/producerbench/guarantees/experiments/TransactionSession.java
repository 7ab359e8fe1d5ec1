package io.producerbench.guarantees.experiments;

import io.producerbench.guarantees.clients.Writer;
import java.util.Map;

/** One producer session of a trial that sends transactions over several partitions. */
record TransactionSession(Trial trial, Writer writer) {
    static final int PARTITIONS = 3;
    static final int RECORDS_PER_PARTITION = 3;

    /** The records of a transaction of the usual size. */
    static final int RECORDS = PARTITIONS * RECORDS_PER_PARTITION;

    /** Opens a session with {@link TrialSession#PATIENT} settings. */
    static TransactionSession open(Trial trial) {
        return open(trial, TrialSession.PATIENT);
    }

    static TransactionSession open(Trial trial, Map<String, String> overrides) {
        return new TransactionSession(trial, trial.writer(overrides));
    }

    /**
     * Begins a transaction of the usual size and leaves it open. When this returns, every record is
     * acknowledged.
     */
    void begin() {
        begin(RECORDS_PER_PARTITION);
    }

    /** Begins a transaction and leaves it open. When this returns, every record is acknowledged. */
    void begin(int recordsPerPartition) {
        long before = writer.acknowledged();
        writer.begin();
        for (int i = 0; i < recordsPerPartition; i++) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                writer.send(partition);
            }
        }
        long wanted = before + (long) recordsPerPartition * PARTITIONS;
        trial.await("the transaction's records to be acknowledged", () -> writer.acknowledged() >= wanted);
    }

    void commit() {
        writer.commit();
    }

    void abort() {
        writer.abort();
    }

    /** Commits, aborts what Kafka refuses to commit, and returns what happened in a few words. */
    String tryCommit() {
        return CommitAttempt.attempt(writer);
    }

    /** Leaves the transaction open for good. */
    void leaveOpen() {
        writer.leaveOpen();
    }
}
