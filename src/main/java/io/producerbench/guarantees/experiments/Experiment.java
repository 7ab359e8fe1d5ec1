package io.producerbench.guarantees.experiments;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The experiments. {@link ExperimentMatrix} lists the settings that each is tried with. */
public enum Experiment {
    C1("no fault", TrialCost.CHEAP, Recipe.alone(RefusalRecipes::acknowledged)),
    C2("records larger than the topic takes", TrialCost.CHEAP, Recipe.alone(RefusalRecipes::tooLarge)),
    C3("leader killed before it read", TrialCost.KILL, Recipe.shared(LossRecipes::leaderDiesWithoutHavingRead)),
    C5(
            "leader killed before its followers copied",
            TrialCost.KILL,
            Recipe.shared(LossRecipes::leaderDiesBeforeFollowersCopied)),
    C5b(
            "the same, followers stopped by a signal",
            TrialCost.KILL,
            Recipe.shared(LossRecipes::leaderDiesWhileFollowersAreStopped)),
    C5d(
            "leader killed, replication late",
            TrialCost.KILL,
            Recipe.shared(LossRecipes::leaderDiesWhileReplicationIsLate)),
    C6b("follower killed", TrialCost.KILL, Recipe.shared(InSyncRecipes::followerDies)),
    C7("last in-sync replica killed", TrialCost.KILL, Recipe.shared(InSyncRecipes::lastInSyncReplicaDies)),
    C8("fewer in sync than min.insync.replicas", TrialCost.KILL, Recipe.shared(RefusalRecipes::tooFewInSync)),
    C9("fewer in sync than min.insync.replicas", TrialCost.KILL, Recipe.shared(RefusalRecipes::tooFewInSync)),
    C9b("one broker dead, enough in sync", TrialCost.KILL, Recipe.shared(RefusalRecipes::enoughInSync)),
    C10("answer lost after the append", TrialCost.CHEAP, Recipe.alone(RetryRecipes::answerIsLost)),
    C11("answer late, request timed out twice", TrialCost.CHEAP, Recipe.alone(RetryRecipes::answerIsLate)),
    C13("producer restarts and sends again", TrialCost.CHEAP, Recipe.alone(RetryRecipes::producerRestarts)),
    C14("three requests in flight lost", TrialCost.CHEAP, Recipe.alone(RetryRecipes::requestsAreLost)),
    C14b("three answers in flight lost", TrialCost.CHEAP, Recipe.alone(RetryRecipes::answersInFlightAreLost)),
    C16("no fault", TrialCost.CHEAP, Recipe.alone(TransactionRecipes::markers)),
    C17("transaction open", TrialCost.CHEAP, Recipe.alone(TransactionRecipes::openTransaction)),
    C18("producer gone in a transaction", TrialCost.KILL, Recipe.alone(TransactionRecipes::hangingTransaction)),
    C19("broker killed in a commit", TrialCost.KILL, Recipe.alone(CommitRecipes::brokerDiesInCommit)),
    C20("transactions aborted", TrialCost.CHEAP, Recipe.alone(TransactionRecipes::abortedTransactions)),
    C21("commit arrives in the next transaction", TrialCost.KILL, Recipe.alone(CommitRecipes::lateCommit));

    /**
     * Ids of questions that other experiments answer, because the settings concerned meet the same
     * fault there.
     */
    private static final Map<String, List<Experiment>> ANSWERS =
            Map.of("C4", List.of(C3), "C6", List.of(C5), "C12", List.of(C10, C11), "C15", List.of(C14));

    private final String fault;
    private final TrialCost cost;
    private final Recipe recipe;

    Experiment(String fault, TrialCost cost, Recipe recipe) {
        this.fault = fault;
        this.cost = cost;
        this.recipe = recipe;
    }

    /** How long a trial takes, roughly. It decides how many trials are made. */
    public enum TrialCost {
        /** Well below a second: only connections are disturbed. */
        CHEAP,
        /** Several seconds: a broker dies and restarts. */
        KILL
    }

    /**
     * True if each trial has its own fault and needs no recovery, so that several trials can be
     * prepared at once.
     */
    boolean isQuick() {
        return cost == TrialCost.CHEAP;
    }

    /**
     * Returns a key that is equal for all cells that can meet one fault together, and for no
     * others.
     */
    String sharedBy(TrialCell cell) {
        return switch (this) {
            case C3, C5, C5b, C6b, C9b -> name();
            case C5d, C7 -> name() + cell.variant();
            // min.insync.replicas decides how many brokers must die.
            case C8, C9 -> fault + cell.guarantee().minInsyncReplicas();
            default -> cell.name();
        };
    }

    /**
     * Returns the experiments that an id stands for, none if there is no such id. For instance C10
     * and C11 answer C12: whether idempotence stores a retried record once.
     */
    public static List<Experiment> named(String id) {
        return Arrays.stream(values())
                .filter(experiment -> experiment.name().equals(id))
                .findFirst()
                .map(List::of)
                .orElseGet(() -> ANSWERS.getOrDefault(id, List.of()));
    }

    /** Returns the fault in a few words. */
    public String fault() {
        return fault;
    }

    public TrialCost cost() {
        return cost;
    }

    Recipe recipe() {
        return recipe;
    }

    /**
     * True if its fault is in the connections between brokers, which proxies cannot reach in every
     * kind of cluster.
     */
    boolean hurtsReplication(TrialCell cell) {
        return switch (this) {
            case C5, C5d, C7, C11 -> true;
            case C19 -> cell.variant().equals(CommitRecipes.LEADER_DIES);
            default -> false;
        };
    }

    int partitions() {
        return List.of(C16, C17, C18, C19, C20, C21).contains(this) ? TransactionSession.PARTITIONS : 1;
    }

    /** Returns the topic's settings besides {@code min.insync.replicas}. */
    Map<String, String> topicConfig(TrialCell cell) {
        if (this == C2) {
            return RefusalRecipes.SMALL_RECORDS_ONLY;
        }
        return cell.variant().equals(InSyncRecipes.UNCLEAN)
                ? Map.of("unclean.leader.election.enable", "true")
                : Map.of();
    }
}
