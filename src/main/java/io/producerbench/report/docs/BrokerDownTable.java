package io.producerbench.report.docs;

import io.producerbench.guarantee.Mode;
import io.producerbench.report.ModeOfRow;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.SummaryKeys;
import io.producerbench.text.Figures;
import io.producerbench.text.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What each mode costs with all brokers, and with one of three dead. */
final class BrokerDownTable {
    private BrokerDownTable() {}

    static String of(List<ResultRow> summary) {
        Table table = Table.of(
                "mode",
                "min. insync. replicas:",
                "brokers down:",
                "records/s:",
                "ack p50 / p99 ms:",
                "broker CPU µs/record:",
                "no acknowledgement for, s:",
                "first acknowledgement after, s:");
        settings(summary).values().forEach(rows -> table.add(cells(rows)));
        return table.markdown();
    }

    private static Map<List<Object>, List<ResultRow>> settings(List<ResultRow> summary) {
        Map<List<Object>, List<ResultRow>> settings = new LinkedHashMap<>();
        for (Mode mode : Mode.values()) {
            summary.stream()
                    .filter(row -> ModeOfRow.of(row) == mode && mode != Mode.ACKS_0)
                    .sorted((one, other) ->
                            key(one).toString().compareTo(key(other).toString()))
                    .forEach(row -> settings.computeIfAbsent(key(row), unused -> new ArrayList<>())
                            .add(row));
        }
        return settings;
    }

    private static List<Object> key(ResultRow row) {
        return List.of(
                ModeOfRow.of(row),
                row.requireInt(ScenarioKeys.MIN_INSYNC_REPLICAS),
                row.requireInt(ScenarioKeys.BROKERS_DOWN));
    }

    private static List<String> cells(List<ResultRow> rows) {
        ResultRow first = rows.get(0);
        Optional<ResultRow> max = benchmark(rows, "MaxRate");
        Optional<ResultRow> fixed = benchmark(rows, "FixedRate");
        return List.of(
                ModeOfRow.of(first).label(),
                first.text(ScenarioKeys.MIN_INSYNC_REPLICAS),
                first.text(ScenarioKeys.BROKERS_DOWN),
                benchmark(rows, "Refusal").map(BrokerDownTable::refusal).orElseGet(() -> rate(max)),
                fixed.map(row -> Figures.pair(
                                row.amount(SummaryKeys.ACK_P50_US),
                                row.amount(SummaryKeys.ACK_P99_US),
                                Figures::millis))
                        .orElse(""),
                max.map(row -> DocCells.number(row, SampleKeys.BROKER_CPU_US_PER_RECORD.median(), Figures::fine))
                        .orElse(""),
                seconds(max, fixed, SampleKeys.UNAVAILABLE_MS),
                seconds(max, fixed, SampleKeys.FIRST_ACK_MS));
    }

    private static Optional<ResultRow> benchmark(List<ResultRow> rows, String name) {
        return rows.stream()
                .filter(row -> row.text(ScenarioKeys.BENCHMARK).equals(name))
                .findFirst();
    }

    private static String rate(Optional<ResultRow> max) {
        boolean hidden = max.isPresent()
                && max.get().amount(SampleKeys.INVISIBLE_UNTIL_HEAL.median()).orElse(0) > 0;
        return max.map(row -> DocCells.number(row, SampleKeys.RECORDS_PER_S.median(), Figures::whole))
                        .orElse("")
                + (hidden ? " †" : "");
    }

    private static String refusal(ResultRow row) {
        if (row.requireCount(SummaryKeys.VALID) == 0) {
            return "refused ‡";
        }
        return "refused: " + row.text(SampleKeys.REFUSED_WITH) + " after "
                + DocCells.number(row, SampleKeys.REFUSED_P50_MS.median(), Figures::whole) + " ms; timeout after "
                + DocCells.number(row, SampleKeys.EXPIRED_P50_MS.median(), Figures::whole) + " ms with retries";
    }

    private static String seconds(Optional<ResultRow> max, Optional<ResultRow> fixed, ColumnKey column) {
        return List.of(max, fixed).stream()
                .flatMap(Optional::stream)
                .map(row -> row.amount(column.median()))
                .filter(value -> value.isPresent())
                .map(value -> String.format(Locale.ROOT, "%.1f", value.getAsDouble() / 1e3))
                .collect(Collectors.joining(" and "));
    }
}
