package io.producerbench.guarantees.experiments;

import static io.producerbench.guarantees.experiments.Trial.LEADER;

import io.producerbench.guarantee.Mode;
import io.producerbench.guarantees.faults.Api;
import io.producerbench.guarantees.faults.Fault;
import io.producerbench.guarantees.faults.Proxy;
import io.producerbench.guarantees.verification.Isolation;
import io.producerbench.guarantees.verification.ReadBack;
import io.producerbench.guarantees.verification.Writer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Transactions over several partitions: their markers, who sees them when, and whether they can be torn. */
final class TransactionRecipes {
    static final int PARTITIONS = 3;
    static final int RECORDS_PER_PARTITION = 3;
    static final int RECORDS = PARTITIONS * RECORDS_PER_PARTITION;
    static final String COMMIT = "commit";
    static final String ABORT = "abort";
    static final String LEADER_DIES = "partition leader dies before the markers arrive";
    static final String COORDINATOR_DIES = "coordinator dies after the commit";

    static final String EPOCH_FOR_ALL = "transaction.version=1";
    static final String EPOCH_FOR_EACH = "transaction.version=2";

    private static final String TRANSACTION_LOG = "__transaction_state";
    private static final int TRANSACTIONS = 5;

    private TransactionRecipes() {}

    /** What a commit or an abort adds to the log. */
    static void markers(TrialCluster on, Trial trial) {
        Writer writer = trial.writer(TrialSession.PATIENT);
        long before = on.cluster().logEndOffsetSum(trial.topic());
        send(trial, writer, RECORDS_PER_PARTITION);
        end(writer, trial.variant().equals(COMMIT));
        trial.barrier();
        long added = on.cluster().logEndOffsetSum(trial.topic()) - before;
        trial.expect("control records", PARTITIONS, added - RECORDS - PARTITIONS);
        trial.hit(1);
    }

    /** A transaction is open, and its records are in the log. */
    static void openTransaction(TrialCluster on, Trial trial) {
        Writer writer = trial.writer(TrialSession.PATIENT);
        send(trial, writer, RECORDS_PER_PARTITION);
        trial.barrier();
        trial.expect(
                "read_uncommitted sees",
                RECORDS,
                trial.look(Isolation.READ_UNCOMMITTED).records().size());
        trial.expect(
                "read_committed sees",
                0,
                trial.look(Isolation.READ_COMMITTED).records().size());
        writer.abort();
        trial.hit(1);
    }

    /** A producer goes away in the middle of a transaction; another one's plain records come after its own. */
    static void hangingTransaction(TrialCluster on, Trial trial) {
        Map<String, String> short4s = new HashMap<>(TrialSession.PATIENT);
        short4s.put("transaction.timeout.ms", "4000");
        Writer hanging = trial.writer(short4s);
        send(trial, hanging, RECORDS_PER_PARTITION);
        long open = System.nanoTime();
        Writer plain = trial.writer(Mode.ACKS_ALL.with(trial.guarantee().minInsyncReplicas()), TrialSession.PATIENT);
        for (int partition = 0; partition < PARTITIONS; partition++) {
            plain.send(partition);
        }
        trial.await("the plain records to be acknowledged", () -> plain.acknowledged() == PARTITIONS);
        trial.expect(
                "acknowledged plain records that read_committed sees behind the open transaction", 0, committed(trial));
        trial.await("the coordinator to abort", () -> committed(trial) == PARTITIONS);
        trial.note("hidden ms", Duration.ofNanos(System.nanoTime() - open).toMillis());
        trial.note("late commit", CommitAttempt.attempt(hanging));
        trial.hit(1);
    }

    private static int committed(Trial trial) {
        return trial.look(Isolation.READ_COMMITTED).records().size();
    }

    /** The commit is decided, and somebody who has to carry it out dies. */
    static void brokerDiesInCommit(TrialCluster on, Trial trial) {
        Writer writer = trial.writer(TrialSession.PATIENT);
        for (int i = 0; i < TRANSACTIONS; i++) {
            send(trial, writer, 1);
            end(writer, true);
        }
        send(trial, writer, 1);
        long died = trial.variant().equals(LEADER_DIES)
                ? killLeader(on, trial, writer)
                : killCoordinator(on, trial, writer);
        trial.barrier();
        trial.unavailable(Duration.ofNanos(System.nanoTime() - died));
    }

    private static long killLeader(TrialCluster on, Trial trial, Writer writer) {
        try (Fault withheld = on.replication(LEADER).withholdRequests(Api.WRITE_TXN_MARKERS)) {
            CompletableFuture<String> commit = CompletableFuture.supplyAsync(() -> CommitAttempt.attempt(writer));
            trial.await("a marker to be withheld", () -> withheld.hits() > 0);
            trial.hit(withheld.hits());
            return kill(on, trial, LEADER, commit);
        }
    }

    private static long killCoordinator(TrialCluster on, Trial trial, Writer writer) {
        int coordinator = coordinator(on);
        try (Fault withheld = on.client(coordinator).withholdResponses(Api.END_TXN)) {
            CompletableFuture<String> commit = CompletableFuture.supplyAsync(() -> CommitAttempt.attempt(writer));
            trial.await("the answer to the commit to be withheld", () -> withheld.hits() > 0);
            trial.hit(withheld.hits());
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
        trial.note("commit", commit.join());
        return died;
    }

    /** A commit is late, is sent again and done, and then arrives: in the middle of the next transaction, which nobody commits. */
    static void lateCommit(TrialCluster on, Trial trial) {
        if (trial.variant().equals(EPOCH_FOR_EACH)) {
            delayCommit(on, trial);
            return;
        }
        TransactionProtocol protocol = TransactionProtocol.use(1, on, trial.topic() + "-protocol");
        try {
            delayCommit(on, trial);
        } finally {
            protocol.close();
        }
    }

    private static void delayCommit(TrialCluster on, Trial trial) {
        Map<String, String> impatient = new HashMap<>(TrialSession.PATIENT);
        impatient.put("request.timeout.ms", "1500");
        impatient.put("transaction.timeout.ms", "10000");
        Writer writer = trial.writer(impatient);
        send(trial, writer, RECORDS_PER_PARTITION);
        Proxy coordinator = on.client(coordinator(on));
        long before = coordinator.responses(Api.END_TXN);
        try (Fault withheld = coordinator.withholdRequests(Api.END_TXN, 1)) {
            trial.note("commit", CommitAttempt.attempt(writer));
            withheld.requireHits(1);
            trial.hit(withheld.hits());
            send(trial, writer, RECORDS_PER_PARTITION);
        }
        trial.await("the late commit to be answered", () -> coordinator.responses(Api.END_TXN) - before > 1);
        writer.leaveOpen();
        trial.barrier();
        trial.note(
                "read_committed sees",
                trial.look(Isolation.READ_COMMITTED).records().size());
    }

    /** Every other transaction is aborted. */
    static void abortedTransactions(TrialCluster on, Trial trial) {
        Writer writer = trial.writer(TrialSession.PATIENT);
        for (int i = 0; i < TRANSACTIONS; i++) {
            send(trial, writer, RECORDS_PER_PARTITION);
            end(writer, i % 2 == 0);
        }
        trial.barrier();
        trial.look(Isolation.READ_COMMITTED);
        ReadBack all = trial.look(Isolation.READ_UNCOMMITTED);
        trial.expect(
                "read_uncommitted sees", TRANSACTIONS * RECORDS, all.records().size());
        trial.hit(1);
    }

    /** Into a transaction that stays open; when this returns, every record is acknowledged. */
    private static void send(Trial trial, Writer writer, int recordsPerPartition) {
        long before = writer.acknowledged();
        writer.begin();
        for (int i = 0; i < recordsPerPartition; i++) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                writer.send(partition);
            }
        }
        long wanted = before + (long) recordsPerPartition * PARTITIONS;
        trial.await("the transaction's records to be acknowledged", () -> writer.acknowledged() >= wanted);
    }

    private static void end(Writer writer, boolean commit) {
        if (commit) {
            writer.commit();
        } else {
            writer.abort();
        }
    }
}
