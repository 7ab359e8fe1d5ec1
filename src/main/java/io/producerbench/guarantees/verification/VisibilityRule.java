package io.producerbench.guarantees.verification;

import io.producerbench.guarantee.Anomaly;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds violations of what consumers may see of transactions. */
final class VisibilityRule {
    private VisibilityRule() {}

    static Stream<AnomalyFinding> uncommittedVisible(IndexedHistory history) {
        return notCommitted(history, history.asGiven().uncommitted(), Anomaly.UNCOMMITTED_VISIBLE);
    }

    static Stream<AnomalyFinding> dirtyVisible(IndexedHistory history) {
        return notCommitted(history, history.asGiven().committed(), Anomaly.DIRTY_VISIBLE);
    }

    /**
     * Finds records of uncommitted transactions, each once, in the read-back and in the looks of
     * the same isolation.
     */
    private static Stream<AnomalyFinding> notCommitted(IndexedHistory history, ReadBack readBack, Anomaly anomaly) {
        Set<RecordId> seen = new HashSet<>();
        Stream<ReadBack> looks =
                history.asGiven().looks().stream().filter(look -> look.isolation() == readBack.isolation());
        return Stream.concat(Stream.of(readBack), looks)
                .flatMap(look -> look.records().stream())
                .filter(stored -> stored.transaction() != 0
                        && history.isAttempted(stored)
                        && history.outcome(stored.transaction()).isCertainlyNotCommitted())
                .filter(stored -> seen.add(stored.id().orElseThrow()))
                .map(stored -> AnomalyFinding.of(
                        anomaly,
                        stored.id().orElseThrow(),
                        "of transaction " + stored.transaction() + ", which is "
                                + history.outcome(stored.transaction()) + ", seen at " + stored.place() + " with "
                                + readBack.isolation().kafkaValue()));
    }

    static Stream<AnomalyFinding> torn(IndexedHistory history) {
        return history.attempts().stream()
                .filter(attempt -> attempt.transaction() != 0
                        && attempt.outcome() == AttemptOutcome.ACKNOWLEDGED
                        && history.wasLookedFor(attempt)
                        && !history.outcome(attempt.transaction()).isCertainlyNotCommitted())
                .collect(Collectors.groupingBy(Attempt::transaction, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .flatMap(transaction -> torn(history, transaction.getKey(), transaction.getValue()));
    }

    private static Stream<AnomalyFinding> torn(IndexedHistory history, int transaction, List<Attempt> acknowledged) {
        var byPresence = acknowledged.stream()
                .collect(Collectors.partitioningBy(
                        history::isThere,
                        Collectors.mapping(attempt -> attempt.id().toString(), Collectors.joining(", "))));
        if (byPresence.get(true).isEmpty() || byPresence.get(false).isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(AnomalyFinding.of(
                Anomaly.TORN,
                "transaction " + transaction,
                "there " + byPresence.get(true) + ", not there " + byPresence.get(false)));
    }
}
