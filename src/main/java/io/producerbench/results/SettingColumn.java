package io.producerbench.results;

import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Pacing.ClosedLoop;
import io.producerbench.scenario.Scenario;
import io.producerbench.scenario.Workload;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns that say what was measured. Two rows that are equal in all of them are of the same
 * scenario.
 */
public final class SettingColumn {
    public static final List<Column<Scenario>> COLUMNS = List.of(
            Column.text(ScenarioKeys.BENCHMARK, SettingColumn::benchmark),
            axis(Axis.ACKS),
            axis(Axis.ENABLE_IDEMPOTENCE),
            axis(Axis.TRANSACTIONAL),
            axis(Axis.MIN_INSYNC_REPLICAS),
            axis(Axis.RECORD_SIZE),
            axis(Axis.PARTITIONS),
            Column.text(ScenarioKeys.REPLICATION_FACTOR, scenario -> Workload.REPLICATION_FACTOR),
            axis(Axis.PRODUCERS),
            axis(Axis.LINGER_MS),
            axis(Axis.BATCH_SIZE),
            axis(Axis.MAX_IN_FLIGHT),
            axis(Axis.COMPRESSION),
            axis(Axis.BUFFER_MEMORY),
            axis(Axis.RATE),
            axis(Axis.RECORDS_PER_TRANSACTION),
            axis(Axis.TRANSACTION_MS),
            axis(Axis.ABORT_RATE),
            axis(Axis.OPEN_TRANSACTION_MS),
            axis(Axis.KEYS),
            axis(Axis.LATENCY_SAMPLING),
            axis(Axis.BROKERS_DOWN));

    private SettingColumn() {}

    /** Returns their keys, in the order of the files. A file older than a column lacks it. */
    public static List<ColumnKey> keys() {
        return COLUMNS.stream().map(Column::key).toList();
    }

    /** Returns their names, in the same order. */
    public static List<String> names() {
        return COLUMNS.stream().map(Column::name).toList();
    }

    /**
     * Returns a setting of a row as it is written today; empty if it does not apply. A file that is
     * older than the column means the default.
     */
    public static String of(ResultRow row, ColumnKey column) {
        return today(row.has(column) ? row.text(column) : usual(row.text(ScenarioKeys.BENCHMARK), column));
    }

    /** Returns a value as it is written today. How many records are timed was written as a share. */
    public static String today(String value) {
        return value.matches("1/\\d+") ? value.substring("1/".length()) : value;
    }

    /**
     * Returns the usual value of each parameter that a sweep does not vary by itself, by its name in
     * JMH's results.
     */
    public static Map<String, String> usualParams(String benchmark) {
        Map<String, String> params = new LinkedHashMap<>();
        for (Axis axis : Axis.values()) {
            String usual = usual(benchmark, ScenarioKeys.of(axis));
            if (!usual.isEmpty()) {
                params.put(axis.param(), usual);
            }
        }
        return params;
    }

    /**
     * Returns the value that a setting has in a benchmark if the user chose none; empty for a setting
     * that a sweep varies by itself.
     */
    public static String usual(String benchmark, ColumnKey column) {
        if (column.equals(ScenarioKeys.LATENCY_SAMPLING)
                && List.of("FixedRate", ScenarioKeys.VISIBLE).contains(benchmark)) {
            return Scenario.EVERY_RECORD;
        }
        if (column.equals(ScenarioKeys.REPLICATION_FACTOR)) {
            return Integer.toString(Workload.REPLICATION_FACTOR);
        }
        return Arrays.stream(Axis.values())
                .filter(axis -> ScenarioKeys.of(axis).equals(column))
                .map(Axis::defaults)
                .filter(defaults -> defaults.size() == 1)
                .map(defaults -> defaults.get(0))
                .findFirst()
                .orElse("");
    }

    private static Column<Scenario> axis(Axis axis) {
        return new Column<>(ScenarioKeys.of(axis), scenario -> {
            String value = scenario.values().get(axis);
            return Scenario.applies(axis, value) ? value : "";
        });
    }

    /**
     * Returns the simple name of the JMH class. If the brokers refuse every record there is none,
     * because JMH measures nothing.
     */
    static String benchmark(Scenario scenario) {
        if (scenario.isRefused()) {
            return "Refusal";
        }
        if (scenario.isRead()) {
            return ScenarioKeys.VISIBLE;
        }
        return scenario.pacing() instanceof ClosedLoop ? "MaxRate" : "FixedRate";
    }
}
