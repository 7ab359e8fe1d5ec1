package io.producerbench.guarantees.experiments;

import static io.producerbench.guarantee.Anomaly.DIRTY_VISIBLE;
import static io.producerbench.guarantee.Anomaly.DUPLICATED;
import static io.producerbench.guarantee.Anomaly.INVISIBLE_UNTIL_HEAL;
import static io.producerbench.guarantee.Anomaly.LOST;
import static io.producerbench.guarantee.Anomaly.REORDERED;
import static io.producerbench.guarantee.Anomaly.TORN;
import static io.producerbench.guarantee.Anomaly.UNCOMMITTED_VISIBLE;
import static io.producerbench.guarantee.Mode.ACKS_0;
import static io.producerbench.guarantee.Mode.ACKS_1;
import static io.producerbench.guarantee.Mode.ACKS_ALL;
import static io.producerbench.guarantee.Mode.IDEMPOTENT;
import static io.producerbench.guarantee.Mode.TRANSACTIONAL;
import static io.producerbench.guarantees.experiments.Expectation.exactly;
import static io.producerbench.guarantees.experiments.Expectation.never;

import io.producerbench.guarantee.Mode;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists every experiment with the settings it is tried with: those that must break and those that
 * must hold.
 */
public final class ExperimentMatrix {
    private static final List<Integer> ANY_MIN = List.of(1, 2, 3);
    private static final List<Integer> MIN_2 = List.of(2);
    private static final List<Mode> CONFIRMED = List.of(ACKS_1, ACKS_ALL, IDEMPOTENT, TRANSACTIONAL);
    private static final List<Mode> RETRIED_ONCE_STORED = List.of(IDEMPOTENT, TRANSACTIONAL);
    private static final List<Mode> REPLICATED = List.of(ACKS_ALL, IDEMPOTENT, TRANSACTIONAL);

    private final List<TrialCell> cells = new ArrayList<>();

    private ExperimentMatrix() {}

    /** Returns all cells, in the order of the experiments. */
    public static List<TrialCell> cells() {
        ExperimentMatrix experiments = new ExperimentMatrix();
        experiments.acknowledgements();
        experiments.losses();
        experiments.tooFewInSync();
        experiments.retries();
        experiments.transactions();
        return List.copyOf(experiments.cells);
    }

    private void acknowledgements() {
        add(Experiment.C1, List.of(Mode.values()), ANY_MIN, "", never(LOST));
        add(Experiment.C2, List.of(ACKS_0), ANY_MIN, "", exactly(RefusalRecipes.TOO_LARGE_RECORDS, LOST));
        add(Experiment.C2, CONFIRMED, MIN_2, "", never(LOST));
    }

    private void losses() {
        add(Experiment.C3, List.of(ACKS_0), ANY_MIN, "", exactly(LossRecipes.RECORDS, LOST));
        add(Experiment.C3, CONFIRMED, ANY_MIN, "", never(LOST));
        add(Experiment.C5, List.of(ACKS_0, ACKS_1), ANY_MIN, "", exactly(LossRecipes.RECORDS, LOST));
        add(Experiment.C5, REPLICATED, ANY_MIN, "", never(LOST));
        add(Experiment.C5b, List.of(ACKS_1), MIN_2, "", Expectation.some(LOST));
        add(Experiment.C5b, REPLICATED, MIN_2, "", never(LOST));
        for (int late : List.of(0, 1, 10, 100)) {
            String variant = late + " ms late, 1000 records/s";
            add(Experiment.C5d, List.of(ACKS_1), MIN_2, variant, Expectation.counted(LOST));
            add(Experiment.C5d, List.of(ACKS_ALL), MIN_2, variant, never(LOST));
        }
        add(Experiment.C6b, REPLICATED, List.of(1, 2), "", never(LOST));
        for (Mode mode : List.of(ACKS_ALL, IDEMPOTENT)) {
            add(Experiment.C7, List.of(mode), List.of(1), InSyncRecipes.CLEAN, never(LOST));
            add(
                    Experiment.C7,
                    List.of(mode),
                    List.of(1),
                    InSyncRecipes.UNCLEAN,
                    exactly(InSyncRecipes.ALONE_RECORDS, LOST));
        }
    }

    private void tooFewInSync() {
        Expectation refused = never(LOST);
        add(Experiment.C8, List.of(ACKS_ALL), List.of(2, 3), RefusalRecipes.NO_RETRIES, refused);
        add(Experiment.C8, List.of(ACKS_ALL, IDEMPOTENT), List.of(2, 3), RefusalRecipes.DEFAULT_RETRIES, refused);
        // With two brokers dead the transaction log has too few replicas in sync, so nothing of a
        // transaction would be seen.
        add(Experiment.C8, List.of(TRANSACTIONAL), List.of(3), RefusalRecipes.DEFAULT_RETRIES, refused);
        add(
                Experiment.C9,
                List.of(ACKS_0, ACKS_1),
                List.of(2, 3),
                "",
                exactly(RefusalRecipes.RECORDS, INVISIBLE_UNTIL_HEAL));
        add(Experiment.C9b, CONFIRMED, MIN_2, "", never(LOST, INVISIBLE_UNTIL_HEAL));
    }

    private void retries() {
        for (Experiment answer : List.of(Experiment.C10, Experiment.C11)) {
            add(answer, List.of(ACKS_ALL), ANY_MIN, "", exactly(RetryRecipes.RECORDS, DUPLICATED));
            add(answer, RETRIED_ONCE_STORED, ANY_MIN, "", never(DUPLICATED, LOST, REORDERED));
        }
        add(Experiment.C10, List.of(ACKS_1), ANY_MIN, "", exactly(RetryRecipes.RECORDS, DUPLICATED));
        add(Experiment.C13, List.of(Mode.values()), MIN_2, "", exactly(RetryRecipes.RECORDS, DUPLICATED));
        add(Experiment.C14, List.of(ACKS_0), ANY_MIN, "", exactly(RetryRecipes.IN_FLIGHT, LOST));
        add(Experiment.C14, List.of(ACKS_1, ACKS_ALL), ANY_MIN, "", exactly(RetryRecipes.IN_FLIGHT - 1, REORDERED));
        add(Experiment.C14, RETRIED_ONCE_STORED, ANY_MIN, "", never(REORDERED, DUPLICATED, LOST));
        add(Experiment.C14b, List.of(ACKS_1, ACKS_ALL), MIN_2, "", exactly(RetryRecipes.IN_FLIGHT, DUPLICATED));
        add(Experiment.C14b, RETRIED_ONCE_STORED, MIN_2, "", never(DUPLICATED, REORDERED, LOST));
    }

    private void transactions() {
        List<Mode> mode = List.of(TRANSACTIONAL);
        Expectation whole = never(TORN, DIRTY_VISIBLE, LOST);
        add(Experiment.C16, mode, MIN_2, TransactionRecipes.COMMIT, whole);
        add(Experiment.C16, mode, MIN_2, TransactionRecipes.ABORT, whole);
        add(Experiment.C17, mode, MIN_2, "", exactly(TransactionSession.RECORDS, UNCOMMITTED_VISIBLE));
        add(Experiment.C18, mode, MIN_2, "", never(DIRTY_VISIBLE, LOST));
        add(Experiment.C19, mode, MIN_2, CommitRecipes.LEADER_DIES, whole);
        add(Experiment.C19, mode, MIN_2, CommitRecipes.COORDINATOR_DIES, whole);
        add(Experiment.C20, mode, MIN_2, "", whole);
        add(
                Experiment.C21,
                mode,
                MIN_2,
                CommitRecipes.EPOCH_FOR_ALL,
                exactly(TransactionSession.RECORDS, DIRTY_VISIBLE));
        add(Experiment.C21, mode, MIN_2, CommitRecipes.EPOCH_FOR_EACH, whole);
    }

    private void add(
            Experiment experiment, List<Mode> modes, List<Integer> minInsync, String variant, Expectation expectation) {
        for (Mode mode : modes) {
            for (int min : minInsync) {
                cells.add(new TrialCell(experiment, mode.with(min), variant, expectation));
            }
        }
    }
}
