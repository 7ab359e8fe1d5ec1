package io.producerbench.guarantees.experiments;

import static io.producerbench.guarantees.experiments.TransactionSession.PARTITIONS;
import static io.producerbench.guarantees.experiments.TransactionSession.RECORDS;

import io.producerbench.guarantee.Mode;
import io.producerbench.guarantees.clients.Writer;
import io.producerbench.guarantees.verification.Isolation;
import java.time.Duration;
import java.util.Map;

/**
 * Recipes for transactions over several partitions: which control records they write, and who sees
 * their records when.
 */
final class TransactionRecipes {
    static final String COMMIT = "commit";
    static final String ABORT = "abort";

    private static final int TRANSACTIONS = 5;

    private TransactionRecipes() {}

    /** Counts what a commit or an abort adds to the log. */
    static void markers(TrialCluster on, Trial trial) {
        TransactionSession session = TransactionSession.open(trial);
        long before = trial.stored();
        session.begin();
        if (trial.variant().equals(COMMIT)) {
            session.commit();
        } else {
            session.abort();
        }
        trial.barrier();
        long added = trial.stored() - before;
        trial.evidence().expect("control records", PARTITIONS, added - RECORDS - PARTITIONS);
        trial.evidence().hit(1);
    }

    /** Looks while a transaction is open and its records are in the log. */
    static void openTransaction(TrialCluster on, Trial trial) {
        TransactionSession session = TransactionSession.open(trial);
        session.begin();
        trial.barrier();
        trial.evidence().expect("read_uncommitted sees", RECORDS, visible(trial, Isolation.READ_UNCOMMITTED));
        trial.evidence().expect("read_committed sees", 0, visible(trial, Isolation.READ_COMMITTED));
        session.abort();
        trial.evidence().hit(1);
    }

    /**
     * A producer disappears in the middle of a transaction. Plain records of another producer come
     * after its own.
     */
    static void hangingTransaction(TrialCluster on, Trial trial) {
        TransactionSession hanging =
                TransactionSession.open(trial, TrialSession.patientBut(Map.of("transaction.timeout.ms", "4000")));
        hanging.begin();
        long open = System.nanoTime();
        Writer plain = trial.writer(Mode.ACKS_ALL.with(trial.guarantee().minInsyncReplicas()), TrialSession.PATIENT);
        for (int partition = 0; partition < PARTITIONS; partition++) {
            plain.send(partition);
        }
        trial.await("the plain records to be acknowledged", () -> plain.acknowledged() == PARTITIONS);
        trial.evidence()
                .expect(
                        "acknowledged plain records that read_committed sees behind the open transaction",
                        0,
                        visible(trial, Isolation.READ_COMMITTED));
        trial.await("the coordinator to abort", () -> visible(trial, Isolation.READ_COMMITTED) == PARTITIONS);
        trial.evidence()
                .note("hidden ms", Duration.ofNanos(System.nanoTime() - open).toMillis());
        trial.evidence().note("late commit", hanging.tryCommit());
        trial.evidence().hit(1);
    }

    /** Aborts every other transaction. */
    static void abortedTransactions(TrialCluster on, Trial trial) {
        TransactionSession session = TransactionSession.open(trial);
        for (int i = 0; i < TRANSACTIONS; i++) {
            session.begin();
            if (i % 2 == 0) {
                session.commit();
            } else {
                session.abort();
            }
        }
        trial.barrier();
        trial.look(Isolation.READ_COMMITTED);
        trial.evidence()
                .expect("read_uncommitted sees", TRANSACTIONS * RECORDS, visible(trial, Isolation.READ_UNCOMMITTED));
        trial.evidence().hit(1);
    }

    private static int visible(Trial trial, Isolation isolation) {
        return trial.look(isolation).records().size();
    }
}
