package io.producerbench.guarantees.experiments;

import static io.producerbench.guarantees.experiments.Trial.FOLLOWERS;
import static io.producerbench.guarantees.experiments.Trial.LEADER;

import io.producerbench.guarantees.faults.Fault;
import java.util.List;
import java.util.Set;

/** Recipes in which the set of in-sync replicas shrinks before or after a broker dies. */
final class InSyncRecipes {
    static final int ALONE_RECORDS = 50;
    static final String UNCLEAN = "unclean election";
    static final String CLEAN = "clean election only";

    private InSyncRecipes() {}

    /** One follower dies; the others continue. */
    static void followerDies(TrialCluster on, List<Trial> trials) {
        List<TrialSession> sessions = TrialSession.openAll(trials, LossRecipes.BASELINE);
        int follower = FOLLOWERS.get(1);
        long died = on.kill(follower);
        for (TrialSession session : sessions) {
            session.begin();
            session.send(LossRecipes.RECORDS);
        }
        Failover failover = Failover.since(died, sessions, FOLLOWERS.size());
        failover.await();
        for (TrialSession session : sessions) {
            session.awaitAcknowledged();
            session.end();
            Trial trial = session.trial();
            trial.evidence()
                    .expect(
                            "acknowledged after the kill",
                            LossRecipes.RECORDS,
                            session.writer().acknowledged() - LossRecipes.BASELINE);
            trial.awaitSeenBy(
                    LEADER,
                    "the dead follower out of the ISR",
                    state -> !state.isr().contains(follower));
            trial.evidence().hit(1);
        }
    }

    /**
     * The leader is alone in sync, which min.insync.replicas=1 allows, acknowledges records, and
     * dies.
     */
    static void lastInSyncReplicaDies(TrialCluster on, List<Trial> trials) {
        List<TrialSession> sessions = TrialSession.openAll(trials, LossRecipes.BASELINE);
        Failover failover = Failover.since(killAlone(on, trials, sessions), sessions, FOLLOWERS.size());
        for (Trial trial : trials) {
            if (trial.variant().equals(UNCLEAN)) {
                trial.awaitOtherLeader("a leader that was not in sync");
            } else {
                trial.awaitSeenBy(FOLLOWERS.get(0), "no leader", state -> state.leader() < 0);
                trial.evidence().note("leader after the kill", "none until the dead broker returned");
            }
        }
        if (trials.stream().noneMatch(trial -> trial.variant().equals(UNCLEAN))) {
            on.control().restart(LEADER);
        }
        failover.await();
    }

    /** Kills the leader after it was alone in sync, and returns when that was. */
    private static long killAlone(TrialCluster on, List<Trial> trials, List<TrialSession> sessions) {
        try (Fault held = on.replication(LEADER).hold()) {
            // Followers fall behind only if there is something to copy. These records wait until
            // the leader is alone.
            sessions.forEach(session -> session.send(ALONE_RECORDS));
            sessions.forEach(TrialSession::awaitAcknowledged);
            for (Trial trial : trials) {
                trial.awaitSeenBy(
                        LEADER, "the leader alone in sync", state -> state.isr().equals(Set.of(LEADER)));
            }
            long died = on.kill(LEADER);
            trials.forEach(trial -> trial.evidence().hit(held.hits()));
            on.replication(LEADER).cut();
            return died;
        }
    }
}
