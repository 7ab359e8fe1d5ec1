package io.producerbench.guarantees.experiments;

import io.producerbench.guarantees.clients.Writer;
import org.apache.kafka.common.KafkaException;

/** A commit that may fail, and whose outcome the trial notes. */
final class CommitAttempt {
    static final String COMMITTED = "committed";

    private CommitAttempt() {}

    /**
     * Commits, and aborts if Kafka refuses to commit. Returns what happened; the ledger has the
     * transaction's outcome.
     */
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
