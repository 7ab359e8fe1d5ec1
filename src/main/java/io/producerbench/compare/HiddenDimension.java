package io.producerbench.compare;

import io.producerbench.results.ColumnKey;
import io.producerbench.results.RunKeys;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What two runs may differ in beside the settings and the code: numbers that differ in one of these say nothing about any other,
 * so none may differ but the ones that are to be compared.
 */
public enum HiddenDimension {
    CPU_MODEL(RunKeys.CPU_MODEL),
    CORES(RunKeys.CORES),
    JDK(RunKeys.JDK),
    CLUSTER_KIND(RunKeys.CLUSTER_KIND),
    BROKER_VERSION(RunKeys.BROKER_VERSION),
    CLIENT_VERSION(RunKeys.CLIENT_VERSION),
    /** Columns of another version may mean something else. */
    SCHEMA_VERSION(RunKeys.SCHEMA_VERSION);

    private final ColumnKey column;

    HiddenDimension(ColumnKey column) {
        this.column = column;
    }

    /** Of {@code samples.csv}. */
    public ColumnKey column() {
        return column;
    }

    public static List<ColumnKey> columns() {
        return Arrays.stream(values()).map(HiddenDimension::column).toList();
    }

    /** Returns the names of all columns. */
    public static List<String> names() {
        return columns().stream().map(ColumnKey::name).toList();
    }

    public static Optional<HiddenDimension> of(String column) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.column.name().equals(column))
                .findFirst();
    }
}
