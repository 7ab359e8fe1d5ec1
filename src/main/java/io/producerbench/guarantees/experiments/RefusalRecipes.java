package io.producerbench.guarantees.experiments;

import static io.producerbench.guarantees.experiments.Trial.FOLLOWERS;
import static io.producerbench.guarantees.experiments.Trial.LEADER;

import io.producerbench.guarantee.Acks;
import io.producerbench.guarantees.verification.Isolation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Recipes with records that a broker refuses, or stores and does not show. */
final class RefusalRecipes {
    static final int RECORDS = 10;
    static final int TOO_LARGE_RECORDS = 5;
    static final String NO_RETRIES = "retries=0";
    static final String DEFAULT_RETRIES = "default retries";
    static final Map<String, String> SMALL_RECORDS_ONLY = Map.of("max.message.bytes", "1000");

    private static final int TOO_LARGE_BYTES = 5000;
    private static final int OFFSETS = 100;

    private RefusalRecipes() {}

    /** Counts, without a fault, the acknowledgements that carry an offset. */
    static void acknowledged(TrialCluster on, Trial trial) {
        TrialSession session = TrialSession.open(trial, TrialSession.PATIENT);
        session.sendAcknowledged(OFFSETS);
        long withOffset = trial.guarantee().acks() == Acks.NONE ? 0 : OFFSETS;
        trial.evidence()
                .expect(
                        "acknowledgements with an offset",
                        withOffset,
                        session.writer().offsetsGiven());
        trial.evidence().hit(1);
    }

    /** Sends records larger than the topic takes. */
    static void tooLarge(TrialCluster on, Trial trial) {
        TrialSession session = TrialSession.open(trial, TrialSession.patientBut(Map.of("batch.size", "1000")));
        session.begin();
        session.send(TOO_LARGE_RECORDS, TOO_LARGE_BYTES);
        session.settle();
        session.end();
        boolean told = trial.guarantee().acks() != Acks.NONE;
        trial.evidence()
                .expect(
                        "acknowledged",
                        told ? 0 : TOO_LARGE_RECORDS,
                        session.writer().acknowledged());
        trial.evidence().note("failures", session.writer().failures());
        trial.evidence().hit(1);
    }

    /**
     * Fewer brokers are in sync than min.insync.replicas asks for. Producers with acks=all are
     * refused, each in its own way.
     */
    static void tooFewInSync(TrialCluster on, List<Trial> trials) {
        List<TrialSession> sessions = TrialSession.openAll(trials, RECORDS, RefusalRecipes::impatient);
        killUntilBelow(on, trials, trials.get(0).guarantee().minInsyncReplicas());
        trials.forEach(Trial::awaitRefusal);
        sessions.forEach(TrialSession::begin);
        sessions.forEach(session -> session.send(RECORDS));
        for (TrialSession session : sessions) {
            Trial trial = session.trial();
            if (trial.guarantee().acks() == Acks.ALL) {
                session.settle();
                session.end();
                trial.evidence()
                        .expect(
                                "acknowledged below min.insync.replicas",
                                0,
                                session.writer().acknowledged() - RECORDS);
                expectRefused(trial, session.writer().failures());
            } else {
                session.awaitAcknowledged();
            }
            trial.look(Isolation.READ_UNCOMMITTED);
        }
    }

    /** The control: one broker is dead, and enough brokers are still in sync. */
    static void enoughInSync(TrialCluster on, List<Trial> trials) {
        List<TrialSession> sessions = TrialSession.openAll(trials, RECORDS);
        killUntilBelow(on, trials, on.cluster().brokers().size());
        sessions.forEach(session -> session.sendAcknowledged(RECORDS));
        for (Trial trial : trials) {
            trial.barrier();
            trial.look(Isolation.READ_UNCOMMITTED);
        }
    }

    private static void expectRefused(Trial trial, Map<String, Long> failures) {
        trial.evidence().note("failures", failures);
        long refused = refusals(trial).stream()
                .mapToLong(refusal -> failures.getOrDefault(refusal, 0L))
                .sum();
        trial.evidence().expect("refused", RECORDS, refused);
    }

    /**
     * Returns the exceptions that mean "refused". A record that was retried until its time ran out
     * fails with a timeout, or with the answer to the last try if that came at the last moment.
     */
    private static Set<String> refusals(Trial trial) {
        if (trial.variant().equals(NO_RETRIES)) {
            return Set.of("NotEnoughReplicasException");
        }
        // The first refused record of a transaction fails the records that were not tried any more.
        return trial.guarantee().transactional()
                ? Set.of("TimeoutException", "NotEnoughReplicasException", "TransactionAbortableException")
                : Set.of("TimeoutException", "NotEnoughReplicasException");
    }

    private static Map<String, String> impatient(Trial trial) {
        Map<String, String> overrides = new HashMap<>();
        overrides.put("request.timeout.ms", "1500");
        overrides.put("delivery.timeout.ms", "4000");
        overrides.put("max.block.ms", "6000");
        if (trial.variant().equals(NO_RETRIES)) {
            overrides.put("retries", "0");
        }
        return TrialSession.patientBut(overrides);
    }

    private static void killUntilBelow(TrialCluster on, List<Trial> trials, int inSync) {
        List<Integer> victims = FOLLOWERS.subList(0, on.cluster().brokers().size() - inSync + 1);
        victims.forEach(on::kill);
        for (Trial trial : trials) {
            trial.awaitSeenBy(
                    LEADER,
                    "fewer than " + inSync + " in sync",
                    state -> state.isr().size() < inSync);
            trial.evidence().hit(victims.size());
        }
    }
}
