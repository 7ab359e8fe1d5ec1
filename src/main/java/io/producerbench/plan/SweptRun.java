package io.producerbench.plan;

import io.producerbench.guarantee.Mode;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RowMode;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.SettingColumn;
import io.producerbench.results.SummaryKeys;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a sweep measured.
 *
 * @param name for people
 * @param summary the rows of its summary.csv
 * @param samples the rows of its samples.csv; without them it gives no ratios
 */
public record SweptRun(String name, List<ResultRow> summary, List<ResultRow> samples) {
    static final String MAX = "MaxRate";
    static final String FIXED = "FixedRate";

    private static final List<ColumnKey> OF_PACING =
            List.of(ScenarioKeys.BENCHMARK, ScenarioKeys.TARGET_RATE, ScenarioKeys.LATENCY_SAMPLING);

    /** Returns the rows of a mode that have at least one valid sample. */
    Stream<ResultRow> rows(Mode mode, String benchmark, int brokersDown) {
        return summary.stream()
                .filter(row -> row.text(ScenarioKeys.BENCHMARK).equals(benchmark))
                .filter(row -> RowMode.of(row).equals(Optional.of(mode)))
                .filter(row -> brokersDown(row) == brokersDown)
                .filter(row -> row.requireCount(SummaryKeys.VALID) > 0);
    }

    /** Returns the rows at a fixed rate that have the other settings of this row. */
    Stream<ResultRow> atFixedRate(ResultRow like, Mode mode, int brokersDown) {
        return rows(mode, FIXED, brokersDown)
                .filter(row -> SettingColumn.keys().stream()
                        .filter(key -> !OF_PACING.contains(key) && !key.equals(ScenarioKeys.BROKERS_DOWN))
                        .allMatch(key -> row.textIfAny(key).equals(like.textIfAny(key))));
    }

    /** A file older than the column is of a run in which all brokers were up. */
    private static int brokersDown(ResultRow row) {
        return row.textIfAny(ScenarioKeys.BROKERS_DOWN).isEmpty() ? 0 : row.requireInt(ScenarioKeys.BROKERS_DOWN);
    }
}
