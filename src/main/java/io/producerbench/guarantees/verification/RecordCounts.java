package io.producerbench.guarantees.verification;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers of one history.
 *
 * @param values one for each count; a count that was left out is 0
 */
public record RecordCounts(Map<RecordCount, Long> values) {
    public RecordCounts {
        Map<RecordCount, Long> all = new EnumMap<>(RecordCount.class);
        for (RecordCount count : RecordCount.values()) {
            all.put(count, values.getOrDefault(count, 0L));
        }
        values = Map.copyOf(all);
    }

    /** Counts a history in which these anomalies were found. */
    static RecordCounts of(IndexedHistory history, List<AnomalyFinding> findings) {
        Map<RecordCount, Long> values = new EnumMap<>(RecordCount.class);
        for (RecordCount count : RecordCount.values()) {
            values.put(count, count.of(history, findings));
        }
        return new RecordCounts(values);
    }

    public long of(RecordCount count) {
        return values.get(count);
    }
}
