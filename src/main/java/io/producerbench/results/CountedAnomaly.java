package io.producerbench.results;

import java.util.Arrays;
import java.util.List;

/** What can go wrong in a trial and is counted; each has a column of its own in {@code guarantees.csv}. */
public enum CountedAnomaly {
    LOST(TrialKeys.LOST),
    DUPLICATED(TrialKeys.DUPLICATE_IDS),
    REORDERED(TrialKeys.INVERSIONS),
    REGRESSED(TrialKeys.REGRESSIONS),
    INVISIBLE_UNTIL_HEAL(SampleKeys.INVISIBLE_UNTIL_HEAL),
    UNCOMMITTED_VISIBLE(TrialKeys.UNCOMMITTED_VISIBLE),
    DIRTY_VISIBLE(TrialKeys.DIRTY_VISIBLE),
    TORN(TrialKeys.TORN);

    private final ColumnKey column;

    CountedAnomaly(ColumnKey column) {
        this.column = column;
    }

    /** The column that counts it: records, but transactions for {@link #TORN}. */
    public ColumnKey column() {
        return column;
    }

    /**
     * Reads a {@code watched} cell: names joined by {@code |}, perhaps none.
     *
     * @throws IllegalArgumentException if a name is none of these
     */
    public static List<CountedAnomaly> watched(String cell) {
        return cell.isEmpty()
                ? List.of()
                : Arrays.stream(cell.split("\\|", -1))
                        .map(CountedAnomaly::named)
                        .toList();
    }

    private static CountedAnomaly named(String name) {
        return Arrays.stream(values())
                .filter(anomaly -> anomaly.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "watched: expected some of " + Arrays.toString(values()) + " joined by |, got: " + name));
    }
}
