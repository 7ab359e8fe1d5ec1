package io.producerbench.report.cost;

import io.producerbench.report.ModeOfRow;
import io.producerbench.results.ResultRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings together the rows of a sweep's summary that are of one setting: the highest rate, and the fixed one. */
final class Costs {
    private static final String MAX = "MaxRate";
    private static final String FIXED = "FixedRate";
    private static final String REFUSAL = "Refusal";

    /** Equal in both rows of a setting; named in the table where a sweep varies them. */
    private static final List<String> SHARED = List.of(
            "partitions",
            "producers",
            "linger.ms",
            "batch.size",
            "max.in.flight.requests.per.connection",
            "compression.type",
            "buffer.memory",
            "records_per_transaction",
            "keys",
            "brokers_down");

    private static final String OF_FIXED = "target_rate";

    /** At a fixed rate every record is timed whatever it says. */
    private static final String OF_MAX = "latency_sampling";

    private Costs() {}

    /** In the order of the sweep's summary. Where brokers take no record, nothing is sold and nothing has a price. */
    static List<SettingCost> of(List<ResultRow> summary) {
        List<String> known = List.of(MAX, FIXED, REFUSAL);
        summary.forEach(
                row -> row.require(known.contains(row.text("benchmark")), "benchmark", String.join(" or ", known)));
        List<ResultRow> sweep = summary.stream()
                .filter(row -> !row.text("benchmark").equals(REFUSAL))
                .toList();
        Map<List<String>, List<ResultRow>> settings =
                sweep.stream().collect(Collectors.groupingBy(Costs::setting, LinkedHashMap::new, Collectors.toList()));
        List<String> varying = varying(sweep);
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
                Long.toString(row.requireCount("min.insync.replicas")),
                Long.toString(row.requireCount("record_size"))));
        SHARED.forEach(column -> cells.add(row.textIfAny(column)));
        return cells;
    }

    private static List<Optional<ResultRow>> orNone(List<ResultRow> rows, String benchmark) {
        List<Optional<ResultRow>> found =
                benchmark(rows, benchmark).map(Optional::of).toList();
        return found.isEmpty() ? List.of(Optional.empty()) : found;
    }

    private static Stream<ResultRow> benchmark(Collection<ResultRow> rows, String benchmark) {
        return rows.stream().filter(row -> row.text("benchmark").equals(benchmark));
    }

    private static SettingCost cost(Optional<ResultRow> max, Optional<ResultRow> fixed, List<String> varying) {
        ResultRow row = max.or(() -> fixed).orElseThrow();
        Map<String, Optional<ResultRow>> own = Map.of(OF_FIXED, fixed, OF_MAX, max);
        String setting = varying.stream()
                .flatMap(column -> named(column, own.getOrDefault(column, Optional.of(row))))
                .collect(Collectors.joining(" "));
        return new SettingCost(
                ModeOfRow.of(row),
                row.requireInt("min.insync.replicas"),
                row.requireInt("record_size"),
                setting,
                max,
                fixed);
    }

    /** Empty where the column does not apply. */
    private static Stream<String> named(String column, Optional<ResultRow> row) {
        return row.map(cells -> cells.textIfAny(column)).filter(cell -> !cell.isEmpty()).stream()
                .map(cell -> column + "=" + cell);
    }

    /** The columns in which settings that have the column differ. */
    private static List<String> varying(List<ResultRow> sweep) {
        return Stream.of(
                        SHARED.stream().filter(column -> isVaried(sweep.stream(), column)),
                        Stream.of(OF_FIXED).filter(column -> isVaried(benchmark(sweep, FIXED), column)),
                        Stream.of(OF_MAX).filter(column -> isVaried(benchmark(sweep, MAX), column)))
                .flatMap(columns -> columns)
                .toList();
    }

    private static boolean isVaried(Stream<ResultRow> rows, String column) {
        return rows.map(row -> row.textIfAny(column))
                        .filter(cell -> !cell.isEmpty())
                        .distinct()
                        .count()
                > 1;
    }
}
