package io.producerbench.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row for each cell over all its trials, computed from what {@code guarantees.csv} says and from nothing else. A cell is
 * one experiment under one fault in one mode.
 *
 * <p>Only trials whose verdict is HELD or BROKEN count; the others are counted apart. The unit is the trial, not the record:
 * two hundred records lost in one kill are one event.
 */
public record TrialSummary(List<TrialSummaryRow> rows) {
    /** Columns whose agreement makes two trials the same cell, in the order of the file. */
    static final List<ColumnKey> CELL = List.of(
            TrialKeys.EXPERIMENT,
            TrialKeys.FAULT,
            TrialKeys.VARIANT,
            TrialKeys.MODE,
            ScenarioKeys.ACKS,
            TrialKeys.ENABLE_IDEMPOTENCE,
            ScenarioKeys.TRANSACTIONAL,
            TrialKeys.MIN_INSYNC_REPLICAS);

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

    /** The whole file. */
    public String csv() {
        return new CsvTable<>(TrialSummaryColumns.ALL).text(rows);
    }
}
