package io.producerbench.compare;

import io.producerbench.results.ColumnKey;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunKeys;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A property, besides the settings and the code, in which two runs may differ. Two cells are only
 * compared if all of them are equal, except those that the comparison is about.
 */
public enum HiddenDimension {
    CPU_MODEL(RunKeys.CPU_MODEL),
    CORES(RunKeys.CORES),
    JDK(RunKeys.JDK),
    CLUSTER_KIND(RunKeys.CLUSTER_KIND),
    BROKER_VERSION(RunKeys.BROKER_VERSION),
    CLIENT_VERSION(RunKeys.CLIENT_VERSION),
    /** Several hosts together give more load than one. */
    HOSTS(RunKeys.HOSTS),
    /** The columns of another version may have another meaning. */
    SCHEMA_VERSION(RunKeys.SCHEMA_VERSION);

    private static final String ONE_HOST = "1";

    private final ColumnKey column;

    HiddenDimension(ColumnKey column) {
        this.column = column;
    }

    /** Returns the column in {@code samples.csv}. */
    public ColumnKey column() {
        return column;
    }

    /** Returns a cell. Files that are older than the column {@code hosts} are of one host. */
    static String cell(ResultRow row, ColumnKey column) {
        return column.equals(HOSTS.column) && !row.has(column) ? ONE_HOST : row.text(column);
    }

    /**
     * True for one host, which names of series and exported files leave out, so that they are the
     * same as before there could be several.
     */
    static boolean isOneHost(ColumnKey column, String value) {
        return column.equals(HOSTS.column) && value.equals(ONE_HOST);
    }

    public static List<ColumnKey> columns() {
        return Arrays.stream(values()).map(HiddenDimension::column).toList();
    }

    /**
     * Returns the columns that tell two series of values apart. The schema version is a property of
     * the file, and not of what was measured.
     */
    static List<ColumnKey> circumstances() {
        return Arrays.stream(values())
                .filter(dimension -> dimension != SCHEMA_VERSION)
                .map(HiddenDimension::column)
                .toList();
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
