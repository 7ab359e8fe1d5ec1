package io.producerbench.guarantees.experiments;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Each thing that is tried. {@link ExperimentMatrix} says with which settings. */
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

    /** Questions of their own that an experiment answers with its other settings, which meet the same fault. */
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

    /** How long a trial takes, roughly, and so how many are worth it. */
    public enum TrialCost {
        /** Well below a second: connections are hurt, no broker is. */
        CHEAP,
        /** Several seconds: a broker dies and comes back. */
        KILL
    }

    /** Whether each trial has a fault of its own that leaves nothing to recover from, so that several can be prepared at once. */
    boolean isQuick() {
        return cost == TrialCost.CHEAP;
    }

    /** The same for all cells that can meet one fault together, and for no other. */
    String sharedBy(TrialCell cell) {
        return switch (this) {
            case C3, C5, C5b, C6b, C9b -> name();
            case C5d, C7 -> name() + cell.variant();
            // It is min.insync.replicas that decides how many brokers have to die.
            case C8, C9 -> fault + cell.guarantee().minInsyncReplicas();
            default -> cell.name();
        };
    }

    /** What an id asks for: C12, whether idempotence stores a retried record once, is asked in C10 and C11. None if it is no id. */
    public static List<Experiment> named(String id) {
        return Arrays.stream(values())
                .filter(experiment -> experiment.name().equals(id))
                .findFirst()
                .map(List::of)
                .orElseGet(() -> ANSWERS.getOrDefault(id, List.of()));
    }

    /** What is done, in a few words. */
    public String fault() {
        return fault;
    }

    public TrialCost cost() {
        return cost;
    }

    Recipe recipe() {
        return recipe;
    }

    /** Whether it is done to the connections between brokers, which not every kind of cluster has within reach. */
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

    /** What the topic is told beside its {@code min.insync.replicas}. */
    Map<String, String> topicConfig(TrialCell cell) {
        if (this == C2) {
            return RefusalRecipes.SMALL_RECORDS_ONLY;
        }
        return cell.variant().equals(InSyncRecipes.UNCLEAN)
                ? Map.of("unclean.leader.election.enable", "true")
                : Map.of();
    }
}
