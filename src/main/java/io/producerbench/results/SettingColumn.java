package io.producerbench.results;

import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Pacing.ClosedLoop;
import io.producerbench.scenario.Scenario;
import io.producerbench.scenario.Workload;
import java.util.List;

/** The columns that say what was measured: equal in all of them means the same scenario. */
public final class SettingColumn {
    public static final List<Column<Scenario>> COLUMNS = List.of(
            Column.text("benchmark", SettingColumn::benchmark),
            axis(Axis.ACKS),
            axis(Axis.ENABLE_IDEMPOTENCE),
            axis(Axis.TRANSACTIONAL),
            axis(Axis.MIN_INSYNC_REPLICAS),
            axis(Axis.RECORD_SIZE),
            axis(Axis.PARTITIONS),
            Column.text("replication.factor", scenario -> Workload.REPLICATION_FACTOR),
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

    /** Their names, in the order of the files. A file older than a column lacks it. */
    public static List<String> names() {
        return COLUMNS.stream().map(Column::name).toList();
    }

    private static Column<Scenario> axis(Axis axis) {
        return new Column<>(axis.column(), scenario -> {
            String value = scenario.values().get(axis);
            return Scenario.applies(axis, value) ? value : "";
        });
    }

    /** The simple name of the JMH class; where every record is refused, JMH has nothing to measure. */
    static String benchmark(Scenario scenario) {
        if (scenario.isRefused()) {
            return "Refusal";
        }
        return scenario.pacing() instanceof ClosedLoop ? "MaxRate" : "FixedRate";
    }
}
