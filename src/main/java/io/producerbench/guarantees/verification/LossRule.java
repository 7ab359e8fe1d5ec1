package io.producerbench.guarantees.verification;

import io.producerbench.guarantee.Anomaly;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds records that should be there and are not, and records that should not be there and are. */
final class LossRule {
    private LossRule() {}

    static Stream<AnomalyFinding> lost(IndexedHistory history) {
        return history.lost().stream().map(attempt -> {
            String where = history.isOnNoDisk(attempt.id()) ? "neither readable nor on any disk" : "not readable";
            return AnomalyFinding.of(Anomaly.LOST, attempt.id(), acknowledged(attempt) + ", " + where);
        });
    }

    static Stream<AnomalyFinding> unexpected(IndexedHistory history) {
        return history.copies().entrySet().stream()
                .filter(copies ->
                        history.tries().get(copies.getKey()).attempts().stream().allMatch(LossRule::certainlyNotStored))
                .map(copies -> AnomalyFinding.of(
                        Anomaly.UNEXPECTED,
                        copies.getKey(),
                        "rejected or never sent, there at "
                                + copies.getValue().get(0).place()));
    }

    private static boolean certainlyNotStored(Attempt attempt) {
        return attempt.outcome() == AttemptOutcome.REJECTED || attempt.outcome() == AttemptOutcome.NEVER_SENT;
    }

    static Stream<AnomalyFinding> invisibleUntilHeal(IndexedHistory history) {
        List<Look> looks = history.asGiven().looks().stream()
                .filter(look -> look.isolation() == Isolation.READ_UNCOMMITTED)
                .map(Look::of)
                .toList();
        return history.copies().entrySet().stream()
                .filter(copies -> looks.stream().anyMatch(look -> look.misses(copies.getKey())))
                .flatMap(copies -> acknowledged(history, copies.getKey())
                        .map(attempt -> AnomalyFinding.of(
                                Anomaly.INVISIBLE_UNTIL_HEAL,
                                copies.getKey(),
                                acknowledged(attempt) + ", not seen in a look, there in the end at "
                                        + copies.getValue().get(0).place()))
                        .stream());
    }

    private static Optional<Attempt> acknowledged(IndexedHistory history, RecordId id) {
        return history.tries().get(id).attempts().stream()
                .filter(attempt -> attempt.outcome() == AttemptOutcome.ACKNOWLEDGED)
                .findFirst();
    }

    private static String acknowledged(Attempt attempt) {
        return attempt.offset() == Attempt.NO_OFFSET
                ? "acknowledged without an offset in partition " + attempt.id().partition()
                : "acknowledged at offset " + attempt.offset() + " of partition "
                        + attempt.id().partition();
    }

    /** The ids that a look saw, and the partitions that it could not read. */
    private record Look(Set<RecordId> ids, Set<Integer> incomplete) {
        static Look of(ReadBack look) {
            Set<RecordId> ids = look.records().stream()
                    .flatMap(stored -> stored.id().stream())
                    .collect(Collectors.toSet());
            return new Look(ids, look.incomplete());
        }

        boolean misses(RecordId id) {
            return !incomplete.contains(id.partition()) && !ids.contains(id);
        }
    }
}
