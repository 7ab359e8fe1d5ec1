package io.producerbench.report.cost;

import io.producerbench.guarantee.Mode;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.ResultRow;
import io.producerbench.results.ScenarioKeys;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The cost of one setting: a row of a sweep's summary at the highest rate, and one at a fixed rate.
 *
 * @param setting what distinguishes it from others of its mode, minimum and record size; empty if
 *     the sweep varies nothing else
 * @param max the row of the closed loop, with the rate; empty if not measured
 * @param fixed the row of the open loop, with the latencies; empty if not measured
 */
public record SettingCost(
        Mode mode,
        int minInsyncReplicas,
        int recordSize,
        String setting,
        Optional<ResultRow> max,
        Optional<ResultRow> fixed) {

    public OptionalDouble atMax(ColumnKey column) {
        return number(max, column);
    }

    public OptionalDouble atFixedRate(ColumnKey column) {
        return number(fixed, column);
    }

    /** Returns the offered records per second. */
    public OptionalLong targetRate() {
        return fixed.isPresent() ? fixed.get().count(ScenarioKeys.TARGET_RATE) : OptionalLong.empty();
    }

    private static OptionalDouble number(Optional<ResultRow> row, ColumnKey column) {
        return row.isPresent() ? row.get().amount(column) : OptionalDouble.empty();
    }
}
