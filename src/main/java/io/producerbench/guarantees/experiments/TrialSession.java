package io.producerbench.guarantees.experiments;

import io.producerbench.guarantee.Acks;
import io.producerbench.guarantees.verification.RecordId;
import io.producerbench.guarantees.verification.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;

/** One producer session of a trial, which sends alike in every mode: where there are transactions, in one of its own. */
final class TrialSession {
    /**
     * Longer than any failover, as Kafka's defaults are, so that what can be acknowledged is, and a request is given up only
     * if its connection breaks.
     */
    static final Map<String, String> PATIENT = Map.of(
            "linger.ms", "0",
            "request.timeout.ms", "15000",
            "delivery.timeout.ms", "28000",
            "max.block.ms", "28000",
            "reconnect.backoff.ms", "20",
            "reconnect.backoff.max.ms", "100");

    private static final int PARTITION = 0;

    private final Trial trial;
    private final Writer writer;
    private final boolean transactional;
    private long sent;

    private TrialSession(Trial trial, Writer writer, boolean transactional) {
        this.trial = trial;
        this.writer = writer;
        this.transactional = transactional;
    }

    static TrialSession open(Trial trial, Map<String, String> overrides) {
        return new TrialSession(
                trial, trial.writer(overrides), trial.guarantee().transactional());
    }

    Trial trial() {
        return trial;
    }

    Writer writer() {
        return writer;
    }

    /** Whether records can be acknowledged while so many brokers live: min.insync.replicas counts only with acks=all. */
    boolean canBeAcknowledgedBy(int alive) {
        return trial.guarantee().acks() != Acks.ALL || trial.guarantee().minInsyncReplicas() <= alive;
    }

    void begin() {
        if (transactional) {
            writer.begin();
        }
    }

    void send(int records) {
        for (int i = 0; i < records; i++) {
            attempt(() -> writer.send(PARTITION));
        }
    }

    void send(int records, int bytes) {
        for (int i = 0; i < records; i++) {
            attempt(() -> writer.send(PARTITION, bytes));
        }
    }

    /** What a send() that throws means for the record is in the ledger; in a transaction that has failed every one does. */
    private void attempt(Runnable send) {
        sent++;
        try {
            send.run();
        } catch (KafkaException e) {
            trial.note("send() threw", e.getClass().getSimpleName());
        }
    }

    void resend(List<RecordId> ids) {
        ids.forEach(writer::resend);
        sent += ids.size();
    }

    /** Sends, and returns when all is acknowledged and, where there are transactions, committed. */
    void sendAcknowledged(int records) {
        begin();
        send(records);
        awaitAcknowledged();
        end();
    }

    /** The same, for records that are to be sent again. */
    List<RecordId> sendNamed(int records) {
        begin();
        List<RecordId> ids = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            ids.add(writer.send(PARTITION));
            sent++;
        }
        awaitAcknowledged();
        end();
        return ids;
    }

    /** When this returns, every record sent so far is acknowledged. */
    void awaitAcknowledged() {
        trial.await("all " + sent + " records to be acknowledged", () -> writer.acknowledged() >= sent);
    }

    /** When this returns, every record sent so far has an outcome. */
    void settle() {
        trial.await("all " + sent + " records to have an outcome", () -> writer.settled() >= sent);
    }

    /** Commits, where there is something to commit; aborts what cannot be. */
    void end() {
        if (transactional) {
            String outcome = CommitAttempt.attempt(writer);
            if (!outcome.equals(CommitAttempt.COMMITTED)) {
                trial.note("commit of transaction " + writer.transaction(), outcome);
            }
        }
    }

    long sent() {
        return sent;
    }
}
