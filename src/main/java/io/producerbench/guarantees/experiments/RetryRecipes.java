package io.producerbench.guarantees.experiments;

import static io.producerbench.guarantees.experiments.Trial.LEADER;

import io.producerbench.guarantee.Acks;
import io.producerbench.guarantees.faults.Api;
import io.producerbench.guarantees.faults.Fault;
import io.producerbench.guarantees.faults.Proxy;
import io.producerbench.guarantees.verification.RecordId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Recipes in which responses or requests get lost, and the producer sends again. */
final class RetryRecipes {
    static final int RECORDS = 10;
    static final int IN_FLIGHT = 3;

    /** Long enough for ten records to leave in one request. */
    private static final Map<String, String> ONE_REQUEST =
            Map.of("linger.ms", "200", "max.in.flight.requests.per.connection", "1");

    private static final int FIRST = 5;

    private RetryRecipes() {}

    /** The broker appends, then its response and the connection are lost. */
    static void answerIsLost(TrialCluster on, Trial trial) {
        TrialSession session = TrialSession.open(trial, TrialSession.patientBut(ONE_REQUEST));
        Proxy leader = on.client(LEADER);
        long before = leader.requests(Api.PRODUCE);
        session.begin();
        try (Fault dropped = leader.dropResponses(Api.PRODUCE, 1)) {
            session.send(RECORDS);
            session.settle();
            dropped.requireHits(1);
            trial.evidence().hit(dropped.hits());
        }
        session.end();
        requireRequests(trial, 2, leader.requests(Api.PRODUCE) - before);
        trial.evidence().expectMore("retried records", 0, session.writer().retries());
    }

    /** The followers are slow, so the producer gives up waiting and sends again, twice. */
    static void answerIsLate(TrialCluster on, Trial trial) {
        Map<String, String> impatient = new HashMap<>(ONE_REQUEST);
        impatient.put("request.timeout.ms", "700");
        TrialSession session = TrialSession.open(trial, TrialSession.patientBut(impatient));
        Proxy leader = on.client(LEADER);
        long before = leader.requests(Api.PRODUCE);
        session.begin();
        try (Fault held = on.replication(LEADER).hold()) {
            session.send(RECORDS);
            trial.await("the second retry", () -> leader.requests(Api.PRODUCE) - before >= 3);
            held.requireHits(1);
            trial.evidence().hit(held.hits());
        }
        session.settle();
        session.end();
        requireRequests(trial, 3, leader.requests(Api.PRODUCE) - before);
        trial.evidence().expectMore("retried records", 0, session.writer().retries());
    }

    /** An application restarts, does not know the outcome of its records, and sends them again. */
    static void producerRestarts(TrialCluster on, Trial trial) {
        TrialSession first = TrialSession.open(trial, TrialSession.PATIENT);
        List<RecordId> ids = first.sendNamed(RECORDS);
        first.writer().close();
        TrialSession second = TrialSession.open(trial, TrialSession.PATIENT);
        second.begin();
        second.resend(ids);
        second.awaitAcknowledged();
        second.end();
        trial.evidence().hit(1);
    }

    /** Three requests in flight never arrive, then the connection breaks. */
    static void requestsAreLost(TrialCluster on, Trial trial) {
        TrialSession session = TrialSession.open(trial, TrialSession.PATIENT);
        session.begin();
        sendOneByOne(session);
        try (Fault swallowed = on.client(LEADER).swallowRequests(Api.PRODUCE, IN_FLIGHT)) {
            fillPipeline(session, swallowed::hits);
            trial.evidence().hit(swallowed.hits());
            on.client(LEADER).cut();
        }
        finish(session);
    }

    /** Three requests in flight are appended, then their responses and the connection are lost. */
    static void answersInFlightAreLost(TrialCluster on, Trial trial) {
        TrialSession session = TrialSession.open(trial, TrialSession.PATIENT);
        session.begin();
        sendOneByOne(session);
        Proxy leader = on.client(LEADER);
        long before = leader.responses(Api.PRODUCE);
        try (Fault withheld = leader.withholdResponses(Api.PRODUCE)) {
            fillPipeline(session, () -> leader.responses(Api.PRODUCE) - before);
            withheld.requireHits(1);
            trial.evidence().hit(leader.responses(Api.PRODUCE) - before);
            leader.cut();
        }
        finish(session);
    }

    private static void sendOneByOne(TrialSession session) {
        for (int i = 0; i < FIRST; i++) {
            session.send(1);
            session.awaitAcknowledged();
        }
        // With acks=0 they may still be on their way, and would be lost with the connection.
        session.trial().awaitStored(FIRST);
    }

    /**
     * Sends one request after the other, each after the one before was hit, so that no two records
     * share a request.
     */
    private static void fillPipeline(TrialSession session, LongSupplier hits) {
        for (int i = 1; i <= IN_FLIGHT; i++) {
            int wanted = i;
            session.send(1);
            session.trial().await("request " + i + " to be hit", () -> hits.getAsLong() >= wanted);
        }
    }

    private static void finish(TrialSession session) {
        session.settle();
        session.send(1);
        session.settle();
        session.end();
        if (session.trial().guarantee().acks() != Acks.NONE) {
            long retried = session.writer().retries();
            session.trial().evidence().note("retried records", retried);
            if (retried < IN_FLIGHT) {
                throw new GateException(
                        "expected all " + IN_FLIGHT + " records in flight to be sent again, got " + retried);
            }
        }
    }

    private static void requireRequests(Trial trial, long expected, long got) {
        trial.evidence().note("produce requests", got);
        if (got != expected) {
            throw new GateException("expected the records in " + expected + " requests, retries included, got " + got);
        }
    }
}
