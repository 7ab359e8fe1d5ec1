package io.producerbench.guarantees.experiments;

import io.producerbench.guarantee.Acks;
import io.producerbench.guarantees.clients.Writer;
import io.producerbench.guarantees.verification.RecordId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;

/**
 * One producer session of a trial. It has the same methods in every mode; a transactional one sends
 * in a transaction.
 */
final class TrialSession {
    /**
     * Timeouts longer than any failover, as Kafka's defaults are. Every record that can be
     * acknowledged is acknowledged, and a request is given up only if its connection breaks.
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

    /** Returns the {@link #PATIENT} settings with these changes. */
    static Map<String, String> patientBut(Map<String, String> changes) {
        Map<String, String> settings = new HashMap<>(PATIENT);
        settings.putAll(changes);
        return settings;
    }

    /**
     * Opens a session for each trial. When this returns, {@code records} of each are on every
     * in-sync replica.
     */
    static List<TrialSession> openAll(List<Trial> trials, int records) {
        return openAll(trials, records, trial -> PATIENT);
    }

    /** The same with producer settings for each trial. */
    static List<TrialSession> openAll(List<Trial> trials, int records, Function<Trial, Map<String, String>> overrides) {
        List<TrialSession> sessions = new ArrayList<>();
        for (Trial trial : trials) {
            TrialSession session = open(trial, overrides.apply(trial));
            session.sendAcknowledged(records);
            sessions.add(session);
        }
        trials.forEach(Trial::barrier);
        return sessions;
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

    /**
     * True if so many live brokers can acknowledge records. Only acks=all consults
     * min.insync.replicas.
     */
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

    /**
     * Sends, and notes what send() threw. The ledger says what that means for the record. In a
     * failed transaction every send() throws.
     */
    private void attempt(Runnable send) {
        sent++;
        try {
            send.run();
        } catch (KafkaException e) {
            trial.evidence().note("send() threw", e.getClass().getSimpleName());
        }
    }

    void resend(List<RecordId> ids) {
        ids.forEach(writer::resend);
        sent += ids.size();
    }

    /** Sends records. When this returns, all are acknowledged and, if transactional, committed. */
    void sendAcknowledged(int records) {
        begin();
        send(records);
        awaitAcknowledged();
        end();
    }

    /** The same, and returns the records' ids, so that they can be sent again. */
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

    /** Commits the transaction, if there is one; aborts it if it cannot be committed. */
    void end() {
        if (transactional) {
            String outcome = CommitAttempt.attempt(writer);
            if (!outcome.equals(CommitAttempt.COMMITTED)) {
                trial.evidence().note("commit of transaction " + writer.transaction(), outcome);
            }
        }
    }

    long sent() {
        return sent;
    }
}
