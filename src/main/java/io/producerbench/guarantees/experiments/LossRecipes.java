package io.producerbench.guarantees.experiments;

import static io.producerbench.guarantees.experiments.Trial.FOLLOWERS;
import static io.producerbench.guarantees.experiments.Trial.LEADER;

import io.producerbench.guarantee.Acks;
import io.producerbench.guarantees.faults.Api;
import io.producerbench.guarantees.faults.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Recipes in which the leader dies: which acknowledged records are lost then, and which are not.
 */
final class LossRecipes {
    static final int RECORDS = 200;

    /** Acknowledged before the fault, so that "nothing was lost" always speaks of some records. */
    static final int BASELINE = 50;

    /** The records of one second at 1,000 records/s. */
    private static final int STEADY_RECORDS = 1000;

    private static final long STEADY_GAP_NS = 1_000_000;

    private LossRecipes() {}

    /**
     * The followers are cut off, though still in sync, while the leader takes records. Then the
     * leader dies.
     */
    static void leaderDiesBeforeFollowersCopied(TrialCluster on, List<Trial> trials) {
        List<TrialSession> sessions = TrialSession.openAll(trials, BASELINE);
        Failover failover;
        try (Fault held = on.replication(LEADER).hold()) {
            sendToLeader(on, sessions);
            trials.get(0).await("followers to ask in vain", () -> held.hits() > 0);
            trials.forEach(trial -> trial.requireFullIsr(FOLLOWERS.get(0)));
            failover = kill(on, sessions);
            trials.forEach(trial -> trial.evidence().hit(held.hits()));
            on.replication(LEADER).cut();
        }
        recover(sessions, failover);
    }

    /** The same without a proxy: a signal stops the followers. */
    static void leaderDiesWhileFollowersAreStopped(TrialCluster on, List<Trial> trials) {
        List<TrialSession> sessions = TrialSession.openAll(trials, BASELINE);
        FOLLOWERS.forEach(on.control()::pause);
        // A fetch that was under way when they stopped is answered with the first record, and
        // reaches them when they continue.
        for (TrialSession session : sessions) {
            if (session.trial().guarantee().acks() != Acks.ALL) {
                session.send(1);
                session.awaitAcknowledged();
            }
        }
        sendToLeader(on, sessions);
        trials.forEach(trial -> trial.requireFullIsr(LEADER));
        Failover failover = kill(on, sessions);
        FOLLOWERS.forEach(on.control()::resume);
        trials.forEach(trial -> trial.evidence().hit(FOLLOWERS.size()));
        recover(sessions, failover);
    }

    /** Replication is delayed while records arrive at a steady rate. Then the leader dies. */
    static void leaderDiesWhileReplicationIsLate(TrialCluster on, List<Trial> trials) {
        List<TrialSession> sessions = TrialSession.openAll(trials, BASELINE);
        Duration late = Duration.ofMillis(Long.parseLong(trials.get(0).variant().split(" ", 2)[0]));
        Failover failover;
        try (Fault delayed = on.replication(LEADER).delayResponses(Api.FETCH, late)) {
            sessions.forEach(TrialSession::begin);
            sendSteadily(sessions);
            trials.forEach(trial -> trial.requireFullIsr(FOLLOWERS.get(0)));
            failover = kill(on, sessions);
            trials.forEach(trial -> trial.evidence().hit(delayed.hits()));
            on.replication(LEADER).cut();
        }
        recover(sessions, failover);
    }

    private static void sendSteadily(List<TrialSession> sessions) {
        long start = System.nanoTime();
        for (int i = 0; i < STEADY_RECORDS; i++) {
            LockSupport.parkNanos(start + i * STEADY_GAP_NS - System.nanoTime());
            sessions.forEach(session -> session.send(1));
        }
    }

    /**
     * A signal stops the leader, so that only its operating system takes the records. Then the
     * leader dies.
     */
    static void leaderDiesWithoutHavingRead(TrialCluster on, List<Trial> trials) {
        List<TrialSession> sessions = TrialSession.openAll(trials, BASELINE);
        on.control().pause(LEADER);
        for (TrialSession session : sessions) {
            session.begin();
            session.send(RECORDS);
        }
        List<TrialSession> unconfirmed = sessions.stream()
                .filter(session -> session.trial().guarantee().acks() == Acks.NONE)
                .toList();
        unconfirmed.forEach(TrialSession::awaitAcknowledged);
        for (TrialSession session : unconfirmed) {
            session.trial().evidence().expect("retries", 0, session.writer().retries());
            session.trial().evidence().expect("errors", 0, session.writer().errors());
        }
        Failover failover = kill(on, sessions);
        trials.forEach(trial -> trial.evidence().hit(1));
        recover(sessions, failover);
    }

    /**
     * Sends records. When this returns, the leader has them, or as many as a producer sends before
     * the first acknowledgement.
     */
    private static void sendToLeader(TrialCluster on, List<TrialSession> sessions) {
        for (TrialSession session : sessions) {
            long before = on.client(LEADER).requests(Api.PRODUCE);
            session.begin();
            session.send(RECORDS);
            if (session.trial().guarantee().acks() == Acks.ALL) {
                session.trial()
                        .await(
                                "the leader to be sent records",
                                () -> on.client(LEADER).requests(Api.PRODUCE) > before);
            } else {
                session.awaitAcknowledged();
            }
            session.trial()
                    .evidence()
                    .note("acknowledged before the kill", session.writer().acknowledged() - BASELINE);
        }
    }

    private static Failover kill(TrialCluster on, List<TrialSession> sessions) {
        return Failover.since(on.kill(LEADER), sessions, FOLLOWERS.size());
    }

    private static void recover(List<TrialSession> sessions, Failover failover) {
        for (TrialSession session : sessions) {
            session.trial().awaitOtherLeader("another leader");
        }
        failover.await();
        for (TrialSession session : sessions) {
            if (session.canBeAcknowledgedBy(FOLLOWERS.size())) {
                session.settle();
                session.end();
            }
        }
    }
}
