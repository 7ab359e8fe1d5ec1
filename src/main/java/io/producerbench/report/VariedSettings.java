package io.producerbench.report;

import io.producerbench.results.ColumnKey;
import io.producerbench.results.ResultRow;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.SettingColumn;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Names the settings that tell a row from others of its mode. Pure. */
public final class VariedSettings {
    private static final String OFF = "0";

    private VariedSettings() {}

    /**
     * Returns the settings in which a row differs from others, such as {@code linger.ms=0 keys=none}.
     * A setting without effect is left out: a transaction that ends by time has no number of records,
     * and one that ends by a number of records no time.
     *
     * @param alike the rows that it is shown beside, itself included
     * @param told columns that are told in another way
     * @return empty if it differs in nothing else
     */
    public static String of(ResultRow row, List<ResultRow> alike, Set<ColumnKey> told) {
        return SettingColumn.keys().stream()
                .filter(column -> !told.contains(column))
                .filter(column -> hasEffect(column, row.textIfAny(column)))
                .filter(column -> alike.stream()
                                .map(other -> other.textIfAny(column))
                                .distinct()
                                .count()
                        > 1)
                .map(column -> column + "=" + row.textIfAny(column))
                .collect(Collectors.joining(" "));
    }

    private static boolean hasEffect(ColumnKey column, String value) {
        return !value.isEmpty() && !(column.equals(ScenarioKeys.TRANSACTION_MS) && value.equals(OFF));
    }
}
