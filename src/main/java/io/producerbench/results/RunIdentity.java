package io.producerbench.results;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The facts that every row of a run repeats, so that a row can be cited alone.
 *
 * @param hosts how many hosts give the load
 */
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
        long seed,
        int hosts) {

    /** The version of the columns. It rises whenever a column changes its name or its meaning. */
    public static final int SCHEMA_VERSION = 7;

    /** Makes the identity of a run whose load is given by this host alone. */
    public RunIdentity(
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
        this(
                runId,
                commit,
                dirty,
                clusterKind,
                brokerVersion,
                clientVersion,
                jdk,
                cpuModel,
                cores,
                capacityValid,
                seed,
                1);
    }

    /** Returns the identity of a run whose load is given by so many hosts. */
    public RunIdentity withHosts(int number) {
        return new RunIdentity(
                runId,
                commit,
                dirty,
                clusterKind,
                brokerVersion,
                clientVersion,
                jdk,
                cpuModel,
                cores,
                capacityValid,
                seed,
                number);
    }

    /** Returns the identity of a run whose rates are no cluster's, whatever machine it is on. */
    public RunIdentity notForCapacity() {
        return new RunIdentity(
                runId,
                commit,
                dirty,
                clusterKind,
                brokerVersion,
                clientVersion,
                jdk,
                cpuModel,
                cores,
                false,
                seed,
                hosts);
    }

    static final List<Column<RunIdentity>> COLUMNS = List.of(
            Column.text(RunKeys.COMMIT, RunIdentity::commit),
            Column.text(RunKeys.DIRTY, RunIdentity::dirty),
            Column.text(RunKeys.CLUSTER_KIND, RunIdentity::clusterKind),
            Column.text(RunKeys.BROKER_VERSION, RunIdentity::brokerVersion),
            Column.text(RunKeys.CLIENT_VERSION, RunIdentity::clientVersion),
            Column.text(RunKeys.JDK, RunIdentity::jdk),
            Column.text(RunKeys.CPU_MODEL, RunIdentity::cpuModel),
            Column.text(RunKeys.CORES, RunIdentity::cores),
            Column.text(RunKeys.CAPACITY_VALID, RunIdentity::capacityValid),
            Column.text(RunKeys.SEED, RunIdentity::seed));

    /** Returns the columns that say which run a row belongs to, in order. */
    public static List<ColumnKey> keys() {
        return COLUMNS.stream().map(Column::key).toList();
    }

    /** Returns the columns with which the rows of every file begin, except the summaries. */
    public static <R> List<Column<R>> leadingColumns(Function<R, RunIdentity> run, Function<R, Instant> startedAt) {
        List<Column<R>> columns = new ArrayList<>();
        columns.add(Column.text(RunKeys.SCHEMA_VERSION, row -> SCHEMA_VERSION));
        columns.add(Column.text(RunKeys.RUN_ID, row -> run.apply(row).runId()));
        columns.add(Column.text(RunKeys.STARTED_AT, startedAt));
        COLUMNS.forEach(column -> columns.add(column.on(run)));
        return columns;
    }
}
