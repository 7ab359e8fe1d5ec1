package io.producerbench.guarantees.experiments;

import static io.producerbench.guarantees.experiments.Trial.LEADER;

import io.producerbench.cluster.TransactionVersion;
import io.producerbench.failure.FailedStepException;
import io.producerbench.guarantees.faults.Api;
import io.producerbench.guarantees.faults.Fault;
import io.producerbench.guarantees.faults.Proxy;
import io.producerbench.guarantees.verification.Isolation;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Recipes that disturb a commit after it was decided, or deliver it too late. */
final class CommitRecipes {
    static final String LEADER_DIES = "partition leader dies before the markers arrive";
    static final String COORDINATOR_DIES = "coordinator dies after the commit";

    static final String EPOCH_FOR_ALL = TransactionVersion.FEATURE + "=1";
    static final String EPOCH_FOR_EACH = TransactionVersion.FEATURE + "=2";

    private static final String TRANSACTION_LOG = "__transaction_state";
    private static final int TRANSACTIONS = 5;

    private CommitRecipes() {}

    /** The commit is decided, and a broker that must carry it out dies. */
    static void brokerDiesInCommit(TrialCluster on, Trial trial) {
        TransactionSession session = TransactionSession.open(trial);
        for (int i = 0; i < TRANSACTIONS; i++) {
            session.begin(1);
            session.commit();
        }
        session.begin(1);
        long died = trial.variant().equals(LEADER_DIES)
                ? killLeader(on, trial, session)
                : killCoordinator(on, trial, session);
        trial.barrier();
        trial.evidence().unavailable(Duration.ofNanos(System.nanoTime() - died));
    }

    private static long killLeader(TrialCluster on, Trial trial, TransactionSession session) {
        try (Fault withheld = on.replication(LEADER).withholdRequests(Api.WRITE_TXN_MARKERS)) {
            CompletableFuture<String> commit = CompletableFuture.supplyAsync(session::tryCommit);
            trial.await("a marker to be withheld", () -> withheld.hits() > 0);
            trial.evidence().hit(withheld.hits());
            return kill(on, trial, LEADER, commit);
        }
    }

    private static long killCoordinator(TrialCluster on, Trial trial, TransactionSession session) {
        int coordinator = coordinator(on);
        try (Fault withheld = on.client(coordinator).withholdResponses(Api.END_TXN)) {
            CompletableFuture<String> commit = CompletableFuture.supplyAsync(session::tryCommit);
            trial.await("the answer to the commit to be withheld", () -> withheld.hits() > 0);
            trial.evidence().hit(withheld.hits());
            on.client(coordinator).cut();
            return kill(on, trial, coordinator, commit);
        }
    }

    private static int coordinator(TrialCluster on) {
        return on.cluster()
                .seenBy(LEADER, TRANSACTION_LOG)
                .orElseThrow(() -> new GateException("expected broker " + LEADER + " to know " + TRANSACTION_LOG))
                .partitions()
                .get(0)
                .leader();
    }

    private static long kill(TrialCluster on, Trial trial, int broker, CompletableFuture<String> commit) {
        long died = on.kill(broker);
        trial.await("the commit to end", commit::isDone);
        trial.evidence().note("commit", commit.join());
        return died;
    }

    /**
     * A commit is delayed, sent again and done. Then the delayed request arrives in the middle of
     * the next transaction, which is never committed.
     */
    static void lateCommit(TrialCluster on, Trial trial) {
        if (trial.variant().equals(EPOCH_FOR_EACH)) {
            delayCommit(on, trial);
            return;
        }
        use(TransactionVersion.EPOCH_FOR_ALL, on, trial);
        try {
            delayCommit(on, trial);
        } finally {
            use(TransactionVersion.EPOCH_FOR_EACH, on, trial);
        }
    }

    private static void use(TransactionVersion version, TrialCluster on, Trial trial) {
        try {
            version.use(on.cluster(), trial.topic() + "-protocol");
        } catch (FailedStepException e) {
            throw new GateException(e.getMessage());
        }
    }

    private static void delayCommit(TrialCluster on, Trial trial) {
        TransactionSession session = TransactionSession.open(
                trial,
                TrialSession.patientBut(Map.of("request.timeout.ms", "1500", "transaction.timeout.ms", "10000")));
        session.begin();
        Proxy coordinator = on.client(coordinator(on));
        long before = coordinator.responses(Api.END_TXN);
        try (Fault withheld = coordinator.withholdRequests(Api.END_TXN, 1)) {
            trial.evidence().note("commit", session.tryCommit());
            withheld.requireHits(1);
            trial.evidence().hit(withheld.hits());
            session.begin();
        }
        trial.await("the late commit to be answered", () -> coordinator.responses(Api.END_TXN) - before > 1);
        session.leaveOpen();
        trial.barrier();
        trial.evidence()
                .note(
                        "read_committed sees",
                        trial.look(Isolation.READ_COMMITTED).records().size());
    }
}
