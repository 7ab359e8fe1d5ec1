package io.producerbench.results;

import io.producerbench.guarantee.Mode;
import io.producerbench.results.sample.Status;
import io.producerbench.stats.PairedRatio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What each scenario of a run costs relative to {@code acks=1} in the same run and at the same
 * settings. It is computed from the rows of {@code samples.csv}, whatever their schema version.
 *
 * <p>Samples count by block, because both then met the same machine at nearly the same time. Of a
 * block's attempts the first whose status is OK counts. {@code acks=1} does not consult {@code
 * min.insync.replicas}: if it was not measured at the scenario's value, it counts at the smallest
 * value at which it was.
 */
public final class Acks1Ratios {
    private static final List<ColumnKey> MODE_COLUMNS = List.of(
            ScenarioKeys.ACKS,
            ScenarioKeys.ENABLE_IDEMPOTENCE,
            ScenarioKeys.TRANSACTIONAL,
            ScenarioKeys.RECORDS_PER_TRANSACTION,
            ScenarioKeys.TRANSACTION_MS,
            ScenarioKeys.ABORT_RATE,
            ScenarioKeys.MIN_INSYNC_REPLICAS);
    private static final List<ColumnKey> SETTING = SettingColumn.keys();
    private static final List<ColumnKey> WITHOUT_MODE =
            SETTING.stream().filter(key -> !MODE_COLUMNS.contains(key)).toList();
    private static final Comparator<ResultRow> BY_MINIMUM =
            Comparator.comparingInt(row -> row.requireInt(ScenarioKeys.MIN_INSYNC_REPLICAS));

    private final Map<List<String>, List<ResultRow>> scenarios = new LinkedHashMap<>();
    private final Map<List<String>, List<ResultRow>> bases = new LinkedHashMap<>();

    private Acks1Ratios(List<ResultRow> samples) {
        for (ResultRow sample : samples) {
            if (sample.text(SampleKeys.STATUS).equals(Status.OK.name())) {
                scenarios
                        .computeIfAbsent(cells(sample, SETTING), unused -> new ArrayList<>())
                        .add(sample);
            }
        }
        scenarios.values().stream()
                .map(rows -> rows.get(0))
                .filter(row -> RowMode.of(row).equals(Optional.of(Mode.ACKS_1)))
                .sorted(BY_MINIMUM)
                .forEach(row -> bases.computeIfAbsent(cells(row, WITHOUT_MODE), unused -> new ArrayList<>())
                        .add(row));
    }

    /** Returns the ratios of a run whose samples these are. */
    public static Acks1Ratios of(List<ResultRow> samples) {
        return new Acks1Ratios(samples);
    }

    /**
     * Returns the metric of a scenario relative to {@code acks=1}; empty if its benchmark does not
     * measure it, or if no block has an OK sample of both.
     *
     * @param scenario a row of {@code samples.csv} or {@code summary.csv} of the same run
     */
    public Optional<PairedRatio> of(ResultRow scenario, RelativeMetric metric) {
        if (!scenario.text(ScenarioKeys.BENCHMARK).equals(metric.benchmark())) {
            return Optional.empty();
        }
        return base(scenario).flatMap(base -> PairedRatio.of(byBlock(base, metric), byBlock(scenario, metric)));
    }

    private Optional<ResultRow> base(ResultRow scenario) {
        List<ResultRow> candidates = bases.getOrDefault(cells(scenario, WITHOUT_MODE), List.of());
        return candidates.stream()
                .filter(row -> Objects.equals(
                        row.text(ScenarioKeys.MIN_INSYNC_REPLICAS), scenario.text(ScenarioKeys.MIN_INSYNC_REPLICAS)))
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    private Map<Integer, Double> byBlock(ResultRow scenario, RelativeMetric metric) {
        Map<Integer, Double> values = new HashMap<>();
        for (ResultRow sample : scenarios.getOrDefault(cells(scenario, SETTING), List.of())) {
            sample.amount(metric.measured()).stream()
                    .filter(value -> value > 0)
                    .forEach(value -> values.putIfAbsent(sample.requireInt(SampleKeys.BLOCK), value));
        }
        return values;
    }

    private static List<String> cells(ResultRow row, List<ColumnKey> columns) {
        return columns.stream().map(row::textIfAny).toList();
    }
}
