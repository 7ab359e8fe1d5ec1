package io.producerbench.guarantees.verification;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.guarantees.verification.IndexedHistory.Tries;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds records that are there more than once, or in the wrong order. */
final class DuplicateRule {
    private DuplicateRule() {}

    static Stream<AnomalyFinding> duplicated(IndexedHistory history) {
        return history.copies().entrySet().stream()
                .filter(copies -> copies.getValue().size() > 1)
                .map(copies -> AnomalyFinding.of(
                        Anomaly.DUPLICATED,
                        copies.getKey(),
                        "there at "
                                + copies.getValue().stream().map(Stored::place).collect(Collectors.joining(" and "))));
    }

    /**
     * Finds first copies that stand right behind the first copy of a record sent later. A record
     * that was sent again after the other one does not count, because its copy may stem from any of
     * its attempts.
     */
    static Stream<AnomalyFinding> reordered(IndexedHistory history) {
        Set<RecordId> seen = new HashSet<>();
        List<Stored> firsts =
                inOrder(history).filter(copy -> seen.add(id(copy))).toList();
        return neighbours(firsts)
                .filter(pair -> pair.goesBack() && pair.wasSentInOrder(history.tries()))
                .map(pair -> pair.finding(Anomaly.REORDERED));
    }

    static Stream<AnomalyFinding> regressed(IndexedHistory history) {
        return neighbours(inOrder(history).toList())
                .filter(Neighbours::goesBack)
                .map(pair -> pair.finding(Anomaly.REGRESSED));
    }

    /**
     * Leaves out records in a foreign partition, because their sequences say nothing about the
     * order there.
     */
    private static Stream<Stored> inOrder(IndexedHistory history) {
        return history.log().stream().filter(copy -> id(copy).partition() == copy.partition());
    }

    /** Returns each copy with the one before it of the same producer and partition. */
    private static Stream<Neighbours> neighbours(List<Stored> copies) {
        Map<List<Integer>, Stored> last = new HashMap<>();
        return copies.stream().flatMap(copy -> {
            Stored before = last.put(List.of(id(copy).producer(), copy.partition()), copy);
            return before == null ? Stream.empty() : Stream.of(new Neighbours(before, copy));
        });
    }

    private static RecordId id(Stored copy) {
        return copy.id().orElseThrow();
    }

    private record Neighbours(Stored before, Stored after) {
        boolean goesBack() {
            return id(after).sequence() < id(before).sequence();
        }

        boolean wasSentInOrder(Map<RecordId, Tries> tries) {
            return tries.get(id(after)).last() < tries.get(id(before)).first();
        }

        AnomalyFinding finding(Anomaly anomaly) {
            return AnomalyFinding.of(
                    anomaly,
                    id(after),
                    "at " + after.place() + ", right behind " + id(before) + " at offset " + before.offset());
        }
    }
}
