package io.producerbench.results;

import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Pacing.ClosedLoop;
import io.producerbench.scenario.Scenario;
import io.producerbench.scenario.Workload;
import java.util.List;

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
        return scenario.pacing() instanceof ClosedLoop ? "MaxRate" : "FixedRate";
    }
}
