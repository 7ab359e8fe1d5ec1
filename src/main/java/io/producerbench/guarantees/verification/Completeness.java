package io.producerbench.guarantees.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Checks whether the final read-backs can be judged. Looks may be incomplete, because they are
 * taken during a fault.
 */
final class Completeness {
    private Completeness() {}

    /** Returns why the read-backs cannot be judged, empty if they can. */
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

    /**
     * Returns the first record that came after a later one: the log was cut while it was read, or
     * the consumer is broken.
     */
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
