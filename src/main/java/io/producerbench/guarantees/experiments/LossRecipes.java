package io.producerbench.guarantees.experiments;

import static io.producerbench.guarantees.experiments.Trial.FOLLOWERS;
import static io.producerbench.guarantees.experiments.Trial.LEADER;

import io.producerbench.cluster.TopicState.PartitionState;
import io.producerbench.guarantee.Acks;
import io.producerbench.guarantees.faults.Api;
import io.producerbench.guarantees.faults.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Brokers die: what was acknowledged by whom is gone, and what is not. */
final class LossRecipes {
    static final int RECORDS = 200;
    static final int ALONE_RECORDS = 50;
    static final String UNCLEAN = "unclean election";
    static final String CLEAN = "clean election only";

    /** A second's worth at 1,000 records/s. */
    private static final int STEADY_RECORDS = 1000;

    private static final long STEADY_GAP_NS = 1_000_000;

    /** Acknowledged before the fault, so that no "nothing was lost" is empty. */
    private static final int BASELINE = 50;

    private LossRecipes() {}

    /** The followers are cut off, though still in sync, when the leader takes records; then it dies. */
    static void leaderDiesBeforeFollowersCopied(TrialCluster on, List<Trial> trials) {
        List<TrialSession> sessions = ready(trials);
        Failover failover;
        try (Fault held = on.replication(LEADER).hold()) {
            sendToLeader(on, sessions);
            trials.get(0).await("followers to ask in vain", () -> held.hits() > 0);
            trials.forEach(trial -> trial.requireFullIsr(FOLLOWERS.get(0)));
            failover = kill(on, sessions);
            trials.forEach(trial -> trial.hit(held.hits()));
            on.replication(LEADER).cut();
        }
        recover(sessions, failover);
    }

    /** The same without a proxy: the followers are stopped by a signal. */
    static void leaderDiesWhileFollowersAreStopped(TrialCluster on, List<Trial> trials) {
        List<TrialSession> sessions = ready(trials);
        FOLLOWERS.forEach(on.control()::pause);
        // A fetch that was under way when they stopped is answered with the first record, and reaches them when they go
        // on.
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
        trials.forEach(trial -> trial.hit(FOLLOWERS.size()));
        recover(sessions, failover);
    }

    /** Replication is late by so much while records arrive at a steady rate; then the leader dies. */
    static void leaderDiesWhileReplicationIsLate(TrialCluster on, List<Trial> trials) {
        List<TrialSession> sessions = ready(trials);
        Duration late = Duration.ofMillis(Long.parseLong(trials.get(0).variant().split(" ", 2)[0]));
        Failover failover;
        try (Fault delayed = on.replication(LEADER).delayResponses(Api.FETCH, late)) {
            sessions.forEach(TrialSession::begin);
            sendSteadily(sessions);
            trials.forEach(trial -> trial.requireFullIsr(FOLLOWERS.get(0)));
            failover = kill(on, sessions);
            trials.forEach(trial -> trial.hit(delayed.hits()));
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

    /** The leader is stopped by a signal, is sent records that only the operating system takes, and dies. */
    static void leaderDiesWithoutHavingRead(TrialCluster on, List<Trial> trials) {
        List<TrialSession> sessions = ready(trials);
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
            session.trial().expect("retries", 0, session.writer().retries());
            session.trial().expect("errors", 0, session.writer().errors());
        }
        Failover failover = kill(on, sessions);
        trials.forEach(trial -> trial.hit(1));
        recover(sessions, failover);
    }

    /** One follower dies; the rest go on. */
    static void followerDies(TrialCluster on, List<Trial> trials) {
        List<TrialSession> sessions = ready(trials);
        int follower = FOLLOWERS.get(1);
        long died = on.kill(follower);
        for (TrialSession session : sessions) {
            session.begin();
            session.send(RECORDS);
        }
        Failover failover = Failover.since(died, sessions, FOLLOWERS.size());
        failover.await();
        for (TrialSession session : sessions) {
            session.awaitAcknowledged();
            session.end();
            Trial trial = session.trial();
            trial.expect(
                    "acknowledged after the kill", RECORDS, session.writer().acknowledged() - BASELINE);
            trial.awaitSeenBy(
                    LEADER,
                    "the dead follower out of the ISR",
                    state -> !state.isr().contains(follower));
            trial.hit(1);
        }
    }

    /** The leader alone is in sync, which min.insync.replicas=1 allows, acknowledges records, and dies. */
    static void lastInSyncReplicaDies(TrialCluster on, List<Trial> trials) {
        List<TrialSession> sessions = ready(trials);
        long died;
        try (Fault held = on.replication(LEADER).hold()) {
            // Followers fall behind only if there is something to copy; these records wait until the leader is alone.
            sessions.forEach(session -> session.send(ALONE_RECORDS));
            sessions.forEach(TrialSession::awaitAcknowledged);
            for (Trial trial : trials) {
                trial.awaitSeenBy(
                        LEADER, "the leader alone in sync", state -> state.isr().equals(Set.of(LEADER)));
            }
            died = on.kill(LEADER);
            trials.forEach(trial -> trial.hit(held.hits()));
            on.replication(LEADER).cut();
        }
        Failover failover = Failover.since(died, sessions, FOLLOWERS.size());
        for (Trial trial : trials) {
            if (trial.variant().equals(UNCLEAN)) {
                trial.awaitSeenBy(FOLLOWERS.get(0), "a leader that was not in sync", LossRecipes::hasOtherLeader);
            } else {
                trial.awaitSeenBy(FOLLOWERS.get(0), "no leader", state -> state.leader() < 0);
                trial.note("leader after the kill", "none until the dead broker returned");
            }
        }
        if (trials.stream().noneMatch(trial -> trial.variant().equals(UNCLEAN))) {
            on.control().restart(LEADER);
        }
        failover.await();
    }

    private static List<TrialSession> ready(List<Trial> trials) {
        List<TrialSession> sessions = new ArrayList<>();
        for (Trial trial : trials) {
            TrialSession session = TrialSession.open(trial, TrialSession.PATIENT);
            session.sendAcknowledged(BASELINE);
            sessions.add(session);
        }
        trials.forEach(Trial::barrier);
        return sessions;
    }

    /** When this returns, the leader has the records, or as many of them as go out before it confirms any. */
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
                    .note("acknowledged before the kill", session.writer().acknowledged() - BASELINE);
        }
    }

    private static Failover kill(TrialCluster on, List<TrialSession> sessions) {
        return Failover.since(on.kill(LEADER), sessions, FOLLOWERS.size());
    }

    private static void recover(List<TrialSession> sessions, Failover failover) {
        for (TrialSession session : sessions) {
            session.trial().awaitSeenBy(FOLLOWERS.get(0), "another leader", LossRecipes::hasOtherLeader);
        }
        failover.await();
        for (TrialSession session : sessions) {
            if (session.canBeAcknowledgedBy(FOLLOWERS.size())) {
                session.settle();
                session.end();
            }
        }
    }

    private static boolean hasOtherLeader(PartitionState state) {
        return state.leader() > 0 && state.leader() != LEADER;
    }
}
