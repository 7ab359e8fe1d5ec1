package io.producerbench.curve;

import io.producerbench.results.Column;
import io.producerbench.results.CsvTable;
import io.producerbench.results.CurveKeys;
import io.producerbench.results.JudgementKeys;
import io.producerbench.results.SampleColumns;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of {@code curve.csv}, in order: all of {@code samples.csv}, then those of a trial.
 * {@code results/README.md} says what each means.
 */
public final class CurveColumns {
    /** Those that {@code samples.csv} does not have. */
    static final List<Column<CurveTrial>> OF_A_TRIAL = List.of(
            Column.text(CurveKeys.PHASE, trial -> trial.phase().label()),
            Column.text(JudgementKeys.DROPPED, trial -> trial.dropped().orElse("")),
            Column.number(CurveKeys.MAXIMUM, 1, CurveTrial::maximum),
            Column.number(CurveKeys.SHARE_OF_MAXIMUM, 4, CurveTrial::shareOfMaximum),
            Column.text(CurveKeys.DUE, trial -> trial.due().map(String::valueOf).orElse("")),
            Column.text(
                    CurveKeys.LATE, trial -> trial.late().map(LateRecords::text).orElse("")));

    static final CsvTable<CurveTrial> TABLE = new CsvTable<>(all());

    private CurveColumns() {}

    private static List<Column<CurveTrial>> all() {
        List<Column<CurveTrial>> columns = new ArrayList<>();
        SampleColumns.ALL.forEach(column -> columns.add(column.on(CurveTrial::sample)));
        columns.addAll(OF_A_TRIAL);
        return List.copyOf(columns);
    }
}
