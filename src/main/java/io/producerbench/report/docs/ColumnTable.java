package io.producerbench.report.docs;

import io.producerbench.failure.UsageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a file, each with its unit, what it means and when it is empty. Names and order are
 * those of the constants that write the file; the words stand beside these, a line for each column or
 * for several that say the same.
 */
final class ColumnTable {
    private static final String HEADER = "| column | unit | meaning | empty |\n| --- | --- | --- | --- |\n";

    private ColumnTable() {}

    /**
     * Returns the table of a file.
     *
     * @param columns of the file, in order
     * @param lines {@code name name | unit | meaning | empty}
     */
    static String of(String file, List<String> columns, List<String> lines) {
        Map<String, String> words = words(lines);
        List<String> unknown =
                words.keySet().stream().filter(name -> !columns.contains(name)).toList();
        List<String> silent =
                columns.stream().filter(name -> !words.containsKey(name)).toList();
        if (!unknown.isEmpty() || !silent.isEmpty()) {
            throw new UsageException(file + ": expected words for each of its columns; columns without words: " + silent
                    + ", words without a column: " + unknown);
        }
        return HEADER + rows(columns, words);
    }

    /** Neighbours that share a line share a row. */
    private static String rows(List<String> columns, Map<String, String> words) {
        StringBuilder rows = new StringBuilder();
        List<String> together = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            together.add("`" + columns.get(i) + "`");
            String line = words.get(columns.get(i));
            if (i + 1 == columns.size() || !words.get(columns.get(i + 1)).equals(line)) {
                rows.append("| ")
                        .append(String.join(" ", together))
                        .append(line)
                        .append(" |\n");
                together.clear();
            }
        }
        return rows.toString();
    }

    /** Returns what stands behind the names, by name. */
    private static Map<String, String> words(List<String> lines) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String line : lines) {
            int names = line.indexOf(" |");
            if (names < 0) {
                throw new UsageException("expected names | unit | meaning | empty, got: " + line);
            }
            Arrays.stream(line.substring(0, names).split(" ")).forEach(name -> words.put(name, line.substring(names)));
        }
        return words;
    }
}
