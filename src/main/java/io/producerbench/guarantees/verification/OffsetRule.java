package io.producerbench.guarantees.verification;

import io.producerbench.guarantee.Anomaly;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds records in a wrong place, and records that should not exist. */
final class OffsetRule {
    private OffsetRule() {}

    static Stream<AnomalyFinding> phantom(IndexedHistory history) {
        return everywhere(history, stored -> stored.id().isPresent() && !history.isAttempted(stored))
                .map(stored -> AnomalyFinding.of(
                        Anomaly.PHANTOM,
                        stored.id().orElseThrow(),
                        "never attempted in transaction " + stored.transaction() + ", there at " + stored.place()));
    }

    static Stream<AnomalyFinding> corrupt(IndexedHistory history) {
        return everywhere(history, stored -> stored.id().isEmpty())
                .map(stored -> AnomalyFinding.of(
                        Anomaly.CORRUPT, stored.place(), "holds bytes that nobody wrote, or that were damaged"));
    }

    static Stream<AnomalyFinding> misplaced(IndexedHistory history) {
        return everywhere(
                        history,
                        stored -> history.isAttempted(stored)
                                && stored.id().orElseThrow().partition() != stored.partition())
                .map(stored ->
                        AnomalyFinding.of(Anomaly.MISPLACED, stored.id().orElseThrow(), "there at " + stored.place()));
    }

    /**
     * Finds records that are not at their acknowledged offset. A record that is nowhere is reported
     * as lost, one in another partition as misplaced.
     */
    static Stream<AnomalyFinding> wrongOffset(IndexedHistory history) {
        Map<RecordId, List<Stored>> stored = history.asGiven().uncommitted().records().stream()
                .filter(record -> record.id().isPresent())
                .collect(Collectors.groupingBy(record -> record.id().orElseThrow()));
        Set<Integer> incomplete = history.asGiven().uncommitted().incomplete();
        return history.attempts().stream()
                .filter(attempt -> attempt.outcome() == AttemptOutcome.ACKNOWLEDGED
                        && attempt.offset() != Attempt.NO_OFFSET
                        && !incomplete.contains(attempt.id().partition()))
                .flatMap(attempt -> wrongOffset(
                        attempt,
                        stored.getOrDefault(attempt.id(), List.of()).stream()
                                .filter(copy -> copy.partition() == attempt.id().partition())
                                .toList()));
    }

    private static Stream<AnomalyFinding> wrongOffset(Attempt attempt, List<Stored> copies) {
        if (copies.isEmpty() || copies.stream().anyMatch(copy -> copy.offset() == attempt.offset())) {
            return Stream.empty();
        }
        return Stream.of(AnomalyFinding.of(
                Anomaly.WRONG_OFFSET,
                attempt.id(),
                "acknowledged at offset " + attempt.offset() + ", there at "
                        + copies.get(0).place()));
    }

    /**
     * Finds places with two records, within one read-back and between the two final ones, which
     * read the same log.
     */
    static Stream<AnomalyFinding> sharedOffset(IndexedHistory history) {
        Set<Stored> shared = new LinkedHashSet<>();
        readBacks(history).forEach(readBack -> {
            Set<List<Long>> seen = new HashSet<>();
            readBack.records().stream()
                    .filter(stored -> !seen.add(place(stored)))
                    .forEach(shared::add);
        });
        Map<List<Long>, Stored> uncommitted = new HashMap<>();
        history.asGiven().uncommitted().records().forEach(stored -> uncommitted.putIfAbsent(place(stored), stored));
        history.asGiven().committed().records().stream()
                .filter(stored ->
                        !uncommitted.getOrDefault(place(stored), stored).equals(stored))
                .forEach(shared::add);
        return shared.stream()
                .map(stored -> AnomalyFinding.of(
                        Anomaly.SHARED_OFFSET,
                        stored.id().map(RecordId::toString).orElse(stored.place()),
                        "at " + stored.place() + ", where another record is"));
    }

    private static List<Long> place(Stored stored) {
        return List.of((long) stored.partition(), stored.offset());
    }

    /** Returns the records of all read-backs and looks, each stored record once. */
    private static Stream<Stored> everywhere(IndexedHistory history, Predicate<Stored> filter) {
        return readBacks(history)
                .flatMap(readBack -> readBack.records().stream())
                .filter(filter)
                .distinct();
    }

    private static Stream<ReadBack> readBacks(IndexedHistory history) {
        RecordedHistory all = history.asGiven();
        return Stream.concat(Stream.of(all.uncommitted(), all.committed()), all.looks().stream());
    }
}
