package io.producerbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.Golden;
import io.producerbench.results.ResultFile;
import io.producerbench.results.ResultRow;
import io.producerbench.results.TrialKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The fixtures, written by hand: no run gave these numbers. */
public final class Rows {
    /**
     * Six settings in two record sizes; one measured in five blocks only, one not valid at its
     * fixed rate.
     */
    public static final List<ResultRow> SWEEP = ResultFile.read(Golden.file("report/golden/sweep-summary.csv"));

    /** One cell came out otherwise than expected: a record lost when a follower was killed. */
    public static final List<ResultRow> GUARANTEES =
            ResultFile.read(Golden.file("results/golden/guarantees-summary.csv"));

    /** What Kafka's client made of every combination of settings. */
    public static final List<ResultRow> SETTINGS =
            ResultFile.read(Golden.file("guarantees/experiments/golden/settings.csv"));

    private Rows() {}

    /** The only row of an experiment in a mode, at this {@code min.insync.replicas}. */
    public static ResultRow of(String experiment, String mode, int minInsyncReplicas) {
        List<ResultRow> found = GUARANTEES.stream()
                .filter(row -> row.text(TrialKeys.EXPERIMENT).equals(experiment)
                        && row.text(TrialKeys.MODE).equals(mode)
                        && row.requireCount(TrialKeys.MIN_INSYNC_REPLICAS) == minInsyncReplicas)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    public static ResultRow with(ResultRow row, String column, String cell) {
        assertThat(row.cells()).containsKey(column);
        Map<String, String> cells = new LinkedHashMap<>(row.cells());
        cells.put(column, cell);
        return new ResultRow(row.file(), row.line(), cells);
    }

    public static ResultRow without(ResultRow row, String column) {
        Map<String, String> cells = new LinkedHashMap<>(row.cells());
        assertThat(cells.remove(column)).isNotNull();
        return new ResultRow(row.file(), row.line(), cells);
    }

    /** The same row of another experiment. */
    public static ResultRow as(ResultRow row, String experiment, String mode) {
        return with(with(row, "experiment", experiment), "mode", mode);
    }

    public static List<ResultRow> that(List<ResultRow> rows, Predicate<ResultRow> wanted) {
        return rows.stream().filter(wanted).toList();
    }
}
