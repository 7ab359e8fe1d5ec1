package io.producerbench.report;

import io.producerbench.results.ColumnKey;
import io.producerbench.results.ResultRow;
import io.producerbench.results.TrialKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A summary that a report is made from.
 *
 * @param folder the name of the directory in the report
 * @param rows at least one
 */
public record Source(String folder, List<ResultRow> rows) {
    /**
     * Joins runs. If several runs have an experiment, only the rows of the last one count. The
     * folder says which experiments
     * each later run contributes.
     *
     * @param runs at least one
     */
    public static Source joined(List<Source> runs) {
        Map<String, Source> last = new LinkedHashMap<>();
        runs.forEach(run -> run.rows().forEach(row -> last.put(row.text(TrialKeys.EXPERIMENT), run)));
        List<ResultRow> rows = runs.stream()
                .flatMap(run -> run.rows().stream().filter(row -> last.get(row.text(TrialKeys.EXPERIMENT)) == run))
                .toList();
        String folders = runs.stream()
                .filter(last::containsValue)
                .map(run -> run == runs.get(0) ? run.folder() : run.folder() + " for " + experiments(run, last))
                .collect(Collectors.joining(" and "));
        return new Source(folders, rows);
    }

    private static String experiments(Source run, Map<String, Source> last) {
        return last.entrySet().stream()
                .filter(experiment -> experiment.getValue() == run)
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /**
     * Returns the value of a column in which all rows of a run agree; for several runs the
     * different values.
     */
    public String shared(ColumnKey column) {
        return rows.stream().map(row -> row.text(column)).distinct().collect(Collectors.joining(" and "));
    }
}
