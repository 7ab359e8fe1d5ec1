package io.producerbench.report.cost;

import io.producerbench.report.ModeOfRow;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.ResultRow;
import io.producerbench.results.ScenarioKeys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pairs the rows of a sweep's summary that are of one setting: the highest rate and the fixed rate.
 */
public final class Costs {
    private static final String MAX = "MaxRate";
    private static final String FIXED = "FixedRate";
    private static final String REFUSAL = "Refusal";

    /**
     * The columns in which both rows of a setting agree. The table names those that the sweep
     * varies.
     */
    private static final List<ColumnKey> SHARED = List.of(
            ScenarioKeys.PARTITIONS,
            ScenarioKeys.PRODUCERS,
            ScenarioKeys.LINGER_MS,
            ScenarioKeys.BATCH_SIZE,
            ScenarioKeys.MAX_IN_FLIGHT,
            ScenarioKeys.COMPRESSION,
            ScenarioKeys.BUFFER_MEMORY,
            ScenarioKeys.RECORDS_PER_TRANSACTION,
            ScenarioKeys.TRANSACTION_MS,
            ScenarioKeys.ABORT_RATE,
            ScenarioKeys.OPEN_TRANSACTION_MS,
            ScenarioKeys.KEYS,
            ScenarioKeys.BROKERS_DOWN);

    private static final ColumnKey OF_FIXED = ScenarioKeys.TARGET_RATE;

    /** At a fixed rate every record is timed, whatever this column says. */
    private static final ColumnKey OF_MAX = ScenarioKeys.LATENCY_SAMPLING;

    private Costs() {}

    /**
     * Returns the costs, in the order of the sweep's summary. A row in which every record is
     * refused has no rate and no cost, and one with consumers is measured for another purpose.
     */
    public static List<SettingCost> of(List<ResultRow> summary) {
        List<String> known = List.of(MAX, FIXED, REFUSAL, ScenarioKeys.VISIBLE);
        summary.forEach(row -> row.require(
                known.contains(row.text(ScenarioKeys.BENCHMARK)), ScenarioKeys.BENCHMARK, String.join(" or ", known)));
        List<ResultRow> sweep = summary.stream()
                .filter(row -> !List.of(REFUSAL, ScenarioKeys.VISIBLE).contains(row.text(ScenarioKeys.BENCHMARK)))
                .toList();
        Map<List<String>, List<ResultRow>> settings =
                sweep.stream().collect(Collectors.groupingBy(Costs::setting, LinkedHashMap::new, Collectors.toList()));
        List<ColumnKey> varying = varying(sweep);
        List<SettingCost> costs = new ArrayList<>();
        for (List<ResultRow> rows : settings.values()) {
            for (Optional<ResultRow> fixed : orNone(rows, FIXED)) {
                for (Optional<ResultRow> max : orNone(rows, MAX)) {
                    costs.add(cost(max, fixed, varying));
                }
            }
        }
        return costs;
    }

    private static List<String> setting(ResultRow row) {
        List<String> cells = new ArrayList<>(List.of(
                ModeOfRow.of(row).label(),
                Long.toString(row.requireCount(ScenarioKeys.MIN_INSYNC_REPLICAS)),
                Long.toString(row.requireCount(ScenarioKeys.RECORD_SIZE))));
        SHARED.forEach(column -> cells.add(row.textIfAny(column)));
        return cells;
    }

    private static List<Optional<ResultRow>> orNone(List<ResultRow> rows, String benchmark) {
        List<Optional<ResultRow>> found =
                benchmark(rows, benchmark).map(Optional::of).toList();
        return found.isEmpty() ? List.of(Optional.empty()) : found;
    }

    private static Stream<ResultRow> benchmark(Collection<ResultRow> rows, String benchmark) {
        return rows.stream().filter(row -> row.text(ScenarioKeys.BENCHMARK).equals(benchmark));
    }

    private static SettingCost cost(Optional<ResultRow> max, Optional<ResultRow> fixed, List<ColumnKey> varying) {
        ResultRow row = max.or(() -> fixed).orElseThrow();
        Map<ColumnKey, Optional<ResultRow>> own = Map.of(OF_FIXED, fixed, OF_MAX, max);
        String setting = varying.stream()
                .flatMap(column -> named(column, own.getOrDefault(column, Optional.of(row))))
                .collect(Collectors.joining(" "));
        return new SettingCost(
                ModeOfRow.of(row),
                row.requireInt(ScenarioKeys.MIN_INSYNC_REPLICAS),
                row.requireInt(ScenarioKeys.RECORD_SIZE),
                setting,
                max,
                fixed);
    }

    /** Returns the column with its value; empty if the column does not apply. */
    private static Stream<String> named(ColumnKey column, Optional<ResultRow> row) {
        return row.map(cells -> cells.textIfAny(column)).filter(cell -> !cell.isEmpty()).stream()
                .map(cell -> column + "=" + cell);
    }

    /** Returns the columns in which settings that have the column differ. */
    private static List<ColumnKey> varying(List<ResultRow> sweep) {
        return Stream.of(
                        SHARED.stream().filter(column -> isVaried(sweep.stream(), column)),
                        Stream.of(OF_FIXED).filter(column -> isVaried(benchmark(sweep, FIXED), column)),
                        Stream.of(OF_MAX).filter(column -> isVaried(benchmark(sweep, MAX), column)))
                .flatMap(columns -> columns)
                .toList();
    }

    private static boolean isVaried(Stream<ResultRow> rows, ColumnKey column) {
        return rows.map(row -> row.textIfAny(column))
                        .filter(cell -> !cell.isEmpty())
                        .distinct()
                        .count()
                > 1;
    }
}
