package io.producerbench.guarantees.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Whether the final read-backs can be judged at all. Looks may be as incomplete as the fault makes them. */
final class Completeness {
    private Completeness() {}

    /** Why not, in words; empty if they can. */
    static Optional<String> gap(RecordedHistory history) {
        List<String> gaps = new ArrayList<>();
        for (ReadBack readBack : List.of(history.uncommitted(), history.committed())) {
            String isolation = readBack.isolation().kafkaValue();
            if (!readBack.incomplete().isEmpty()) {
                gaps.add(
                        isolation + " did not reach the barrier in partitions " + new TreeSet<>(readBack.incomplete()));
            }
            stepBack(readBack)
                    .ifPresent(stored -> gaps.add(isolation + " gave " + stored.place() + " after a later one"));
        }
        return gaps.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", gaps));
    }

    /** The log was cut while it was read, or the consumer is broken. */
    private static Optional<Stored> stepBack(ReadBack readBack) {
        Map<Integer, Long> last = new HashMap<>();
        return readBack.records().stream()
                .filter(stored -> {
                    Long before = last.put(stored.partition(), stored.offset());
                    return before != null && stored.offset() < before;
                })
                .findFirst();
    }
}
