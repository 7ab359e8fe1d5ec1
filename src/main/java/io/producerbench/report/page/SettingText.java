package io.producerbench.report.page;

import io.producerbench.results.ColumnKey;
import io.producerbench.results.ResultRow;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.text.Figures;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was measured, apart from the mode, in one line. */
final class SettingText {
    private static final List<ColumnKey> NAMED = List.of(
            ScenarioKeys.PARTITIONS,
            ScenarioKeys.REPLICATION_FACTOR,
            ScenarioKeys.PRODUCERS,
            ScenarioKeys.LINGER_MS,
            ScenarioKeys.BATCH_SIZE,
            ScenarioKeys.COMPRESSION,
            ScenarioKeys.BROKERS_DOWN);

    private SettingText() {}

    static String of(ResultRow row) {
        return Stream.concat(
                        Stream.of("records of " + Figures.whole(row.requireCount(ScenarioKeys.RECORD_SIZE)) + " bytes"),
                        NAMED.stream()
                                .filter(column -> !row.textIfAny(column).isEmpty())
                                .map(column -> column + "=" + row.textIfAny(column)))
                .collect(Collectors.joining(", "));
    }
}
