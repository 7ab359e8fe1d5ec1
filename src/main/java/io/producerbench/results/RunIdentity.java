package io.producerbench.results;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What every row of a run repeats, so that a row can be cited alone. */
public record RunIdentity(
        String runId,
        String commit,
        boolean dirty,
        String clusterKind,
        String brokerVersion,
        String clientVersion,
        String jdk,
        String cpuModel,
        int cores,
        boolean capacityValid,
        long seed) {

    /** Raised whenever a column changes its name or meaning; a reader of an older version keeps a fixture of it. */
    public static final int SCHEMA_VERSION = 2;

    static final List<Column<RunIdentity>> COLUMNS = List.of(
            Column.text("commit", RunIdentity::commit),
            Column.text("dirty", RunIdentity::dirty),
            Column.text("cluster_kind", RunIdentity::clusterKind),
            Column.text("broker_version", RunIdentity::brokerVersion),
            Column.text("client_version", RunIdentity::clientVersion),
            Column.text("jdk", RunIdentity::jdk),
            Column.text("cpu_model", RunIdentity::cpuModel),
            Column.text("cores", RunIdentity::cores),
            Column.text("capacity_valid", RunIdentity::capacityValid),
            Column.text("seed", RunIdentity::seed));

    /** The names of the columns that say which run a row is of, in order. */
    public static List<String> columnNames() {
        return COLUMNS.stream().map(Column::name).toList();
    }

    /** The columns that the rows of every file but the summary begin with. */
    public static <R> List<Column<R>> leadingColumns(Function<R, RunIdentity> run, Function<R, Instant> startedAt) {
        List<Column<R>> columns = new ArrayList<>();
        columns.add(Column.text("schema_version", row -> SCHEMA_VERSION));
        columns.add(Column.text("run_id", row -> run.apply(row).runId()));
        columns.add(Column.text("started_at", startedAt));
        COLUMNS.forEach(column -> columns.add(column.on(run)));
        return columns;
    }
}
