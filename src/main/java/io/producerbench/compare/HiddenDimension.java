package io.producerbench.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What two runs may differ in beside the settings and the code: numbers that differ in one of these say nothing about any other,
 * so none may differ but the ones that are to be compared.
 */
public enum HiddenDimension {
    CPU_MODEL("cpu_model"),
    CORES("cores"),
    JDK("jdk"),
    CLUSTER_KIND("cluster_kind"),
    BROKER_VERSION("broker_version"),
    CLIENT_VERSION("client_version"),
    /** Columns of another version may mean something else. */
    SCHEMA_VERSION("schema_version");

    private final String column;

    HiddenDimension(String column) {
        this.column = column;
    }

    /** Of {@code samples.csv}. */
    public String column() {
        return column;
    }

    public static List<String> columns() {
        return Arrays.stream(values()).map(HiddenDimension::column).toList();
    }

    public static Optional<HiddenDimension> of(String column) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.column.equals(column))
                .findFirst();
    }
}
