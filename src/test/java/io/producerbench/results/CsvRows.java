package io.producerbench.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of CSV files as maps from column name to cell. Tests name columns themselves, so that a
 * changed key fails a test.
 */
public final class CsvRows {
    private CsvRows() {}

    /** Returns the rows of a file. */
    public static List<Map<String, String>> cells(Path file) {
        return CsvTable.read(file).stream().map(ResultRow::cells).toList();
    }

    /** Returns the rows as they are when they come from a file. */
    public static List<ResultRow> of(List<Map<String, String>> rows) {
        List<ResultRow> read = new ArrayList<>();
        rows.forEach(
                cells -> read.add(new ResultRow(Path.of("read.csv"), read.size() + 1, new LinkedHashMap<>(cells))));
        return read;
    }
}
