package io.producerbench.results.trials;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.TrialKeys;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The anomalies that trials count. Each has a column of its own in {@code guarantees.csv}. */
public final class CountedAnomalies {
    private static final Map<Anomaly, ColumnKey> COLUMNS = columns();

    /** The counted anomalies, in the order of the file. */
    public static final List<Anomaly> ALL = List.copyOf(COLUMNS.keySet());

    private CountedAnomalies() {}

    private static Map<Anomaly, ColumnKey> columns() {
        Map<Anomaly, ColumnKey> columns = new EnumMap<>(Anomaly.class);
        columns.put(Anomaly.LOST, TrialKeys.LOST);
        columns.put(Anomaly.DUPLICATED, TrialKeys.DUPLICATE_IDS);
        columns.put(Anomaly.REORDERED, TrialKeys.INVERSIONS);
        columns.put(Anomaly.REGRESSED, TrialKeys.REGRESSIONS);
        columns.put(Anomaly.INVISIBLE_UNTIL_HEAL, SampleKeys.INVISIBLE_UNTIL_HEAL);
        columns.put(Anomaly.UNCOMMITTED_VISIBLE, TrialKeys.UNCOMMITTED_VISIBLE);
        columns.put(Anomaly.DIRTY_VISIBLE, TrialKeys.DIRTY_VISIBLE);
        columns.put(Anomaly.TORN, TrialKeys.TORN);
        return Collections.unmodifiableMap(columns);
    }

    /**
     * Returns the column that counts records with this anomaly, or transactions if it is
     * {@link Anomaly#TORN}.
     */
    public static ColumnKey column(Anomaly anomaly) {
        return COLUMNS.get(anomaly);
    }

    /**
     * Reads a {@code watched} cell: names joined by {@code |}, or nothing.
     *
     * @throws IllegalArgumentException if a name is not that of a counted anomaly
     */
    public static List<Anomaly> watched(String cell) {
        return cell.isEmpty()
                ? List.of()
                : Arrays.stream(cell.split("\\|", -1))
                        .map(CountedAnomalies::named)
                        .toList();
    }

    private static Anomaly named(String name) {
        return ALL.stream()
                .filter(anomaly -> anomaly.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "watched: expected names of " + ALL + " joined by |, got '" + name + "'"));
    }
}
