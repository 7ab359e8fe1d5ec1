package io.producerbench.guarantees.experiments;

import io.producerbench.guarantees.verification.Writer;
import org.apache.kafka.common.KafkaException;

/** A commit that may fail, which is then what a trial wants to know. */
final class CommitAttempt {
    static final String COMMITTED = "committed";

    private CommitAttempt() {}

    /** Commits, and aborts what Kafka refuses to commit; what became of the transaction is in the ledger. */
    static String attempt(Writer writer) {
        try {
            writer.commit();
            return COMMITTED;
        } catch (KafkaException e) {
            return e.getClass().getSimpleName() + ", then " + abort(writer);
        }
    }

    private static String abort(Writer writer) {
        try {
            writer.abort();
            return "aborted";
        } catch (KafkaException e) {
            return e.getClass().getSimpleName();
        }
    }
}
