package io.producerbench.results.trials;

import io.producerbench.results.ColumnKey;
import io.producerbench.results.CsvTable;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.TrialKeys;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of {@code guarantees-summary.csv}: one for each cell over all its trials. They are
 * computed from {@code guarantees.csv} alone. A cell is one experiment under one fault in one mode.
 *
 * <p>Only trials whose verdict is HELD or BROKEN count. The others have columns of their own. The
 * unit is the trial, not the record, because two hundred records lost in one kill are one event.
 */
public record TrialSummary(List<TrialSummaryRow> rows) {
    /** The columns that identify a cell, in the order of the file. */
    static final List<ColumnKey> CELL = List.of(
            TrialKeys.EXPERIMENT,
            TrialKeys.FAULT,
            TrialKeys.VARIANT,
            TrialKeys.MODE,
            ScenarioKeys.ACKS,
            TrialKeys.ENABLE_IDEMPOTENCE,
            ScenarioKeys.TRANSACTIONAL,
            TrialKeys.MIN_INSYNC_REPLICAS);

    /** Computes the summary of the run's trials; without trials it has no rows. */
    public static TrialSummary of(RunDirectory run) {
        return of(Files.exists(run.guarantees()) ? CsvTable.read(run.guarantees()) : List.of());
    }

    static TrialSummary of(List<ResultRow> trials) {
        Map<List<String>, List<ResultRow>> cells = new LinkedHashMap<>();
        for (ResultRow trial : trials) {
            List<String> cell = CELL.stream().map(trial::text).toList();
            cells.computeIfAbsent(cell, unused -> new ArrayList<>()).add(trial);
        }
        return new TrialSummary(cells.values().stream()
                .map(TrialSummaryRow::new)
                .sorted(TrialSummaryRow.BY_CELL)
                .toList());
    }

    /** Returns the text of {@code guarantees-summary.csv}. */
    public String csv() {
        return new CsvTable<>(TrialSummaryColumns.ALL).text(rows);
    }
}
