package io.producerbench.guarantees.experiments;

import static io.producerbench.guarantees.experiments.Trial.FOLLOWERS;
import static io.producerbench.guarantees.experiments.Trial.LEADER;

import io.producerbench.guarantee.Acks;
import io.producerbench.guarantees.verification.Isolation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Records that a broker does not take, or takes and does not show. */
final class RefusalRecipes {
    static final int RECORDS = 10;
    static final int TOO_LARGE_RECORDS = 5;
    static final String NO_RETRIES = "retries=0";
    static final String DEFAULT_RETRIES = "default retries";
    static final Map<String, String> SMALL_RECORDS_ONLY = Map.of("max.message.bytes", "1000");

    private static final int TOO_LARGE_BYTES = 5000;
    private static final int OFFSETS = 100;

    private RefusalRecipes() {}

    /** No fault: what an acknowledgement tells. */
    static void acknowledged(TrialCluster on, Trial trial) {
        TrialSession session = TrialSession.open(trial, TrialSession.PATIENT);
        session.sendAcknowledged(OFFSETS);
        long withOffset = trial.guarantee().acks() == Acks.NONE ? 0 : OFFSETS;
        trial.expect(
                "acknowledgements with an offset", withOffset, session.writer().offsetsGiven());
        trial.hit(1);
    }

    /** The topic takes no records of this size. */
    static void tooLarge(TrialCluster on, Trial trial) {
        Map<String, String> overrides = new HashMap<>(TrialSession.PATIENT);
        overrides.put("batch.size", "1000");
        TrialSession session = TrialSession.open(trial, overrides);
        session.begin();
        session.send(TOO_LARGE_RECORDS, TOO_LARGE_BYTES);
        session.settle();
        session.end();
        boolean told = trial.guarantee().acks() != Acks.NONE;
        trial.expect(
                "acknowledged", told ? 0 : TOO_LARGE_RECORDS, session.writer().acknowledged());
        trial.note("failures", session.writer().failures());
        trial.hit(1);
    }

    /** Fewer brokers are in sync than min.insync.replicas asks for; producers that ask for them are refused, each in its way. */
    static void tooFewInSync(TrialCluster on, List<Trial> trials) {
        List<TrialSession> sessions = ready(trials, RefusalRecipes::impatient);
        killUntilBelow(on, trials, trials.get(0).guarantee().minInsyncReplicas());
        sessions.forEach(TrialSession::begin);
        sessions.forEach(session -> session.send(RECORDS));
        for (TrialSession session : sessions) {
            Trial trial = session.trial();
            if (trial.guarantee().acks() == Acks.ALL) {
                session.settle();
                session.end();
                trial.expect(
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

    /** The control: one broker is dead, and still enough are in sync. */
    static void enoughInSync(TrialCluster on, List<Trial> trials) {
        List<TrialSession> sessions = ready(trials, trial -> TrialSession.PATIENT);
        killUntilBelow(on, trials, on.cluster().brokers().size());
        sessions.forEach(session -> session.sendAcknowledged(RECORDS));
        for (Trial trial : trials) {
            trial.barrier();
            trial.look(Isolation.READ_UNCOMMITTED);
        }
    }

    private static void expectRefused(Trial trial, Map<String, Long> failures) {
        trial.note("failures", failures);
        long refused = refusals(trial).stream()
                .mapToLong(refusal -> failures.getOrDefault(refusal, 0L))
                .sum();
        trial.expect("refused", RECORDS, refused);
    }

    /** A record that is tried until its time runs out is told so, or what the last try was told if that came in the last moment. */
    private static Set<String> refusals(Trial trial) {
        if (trial.variant().equals(NO_RETRIES)) {
            return Set.of("NotEnoughReplicasException");
        }
        // The first record of a transaction that is refused takes those with it that were not tried any more.
        return trial.guarantee().transactional()
                ? Set.of("TimeoutException", "NotEnoughReplicasException", "TransactionAbortableException")
                : Set.of("TimeoutException", "NotEnoughReplicasException");
    }

    private static Map<String, String> impatient(Trial trial) {
        Map<String, String> overrides = new HashMap<>(TrialSession.PATIENT);
        overrides.put("request.timeout.ms", "1500");
        overrides.put("delivery.timeout.ms", "4000");
        overrides.put("max.block.ms", "6000");
        if (trial.variant().equals(NO_RETRIES)) {
            overrides.put("retries", "0");
        }
        return overrides;
    }

    private static List<TrialSession> ready(List<Trial> trials, Function<Trial, Map<String, String>> overrides) {
        List<TrialSession> sessions = new ArrayList<>();
        for (Trial trial : trials) {
            TrialSession session = TrialSession.open(trial, overrides.apply(trial));
            session.sendAcknowledged(RECORDS);
            sessions.add(session);
        }
        trials.forEach(Trial::barrier);
        return sessions;
    }

    private static void killUntilBelow(TrialCluster on, List<Trial> trials, int inSync) {
        List<Integer> victims = FOLLOWERS.subList(0, on.cluster().brokers().size() - inSync + 1);
        victims.forEach(on::kill);
        for (Trial trial : trials) {
            trial.awaitSeenBy(
                    LEADER,
                    "fewer than " + inSync + " in sync",
                    state -> state.isr().size() < inSync);
            trial.hit(victims.size());
        }
    }
}
