package io.producerbench.report;

import io.producerbench.guarantee.Mode;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RowMode;
import io.producerbench.results.ScenarioKeys;

/** Reads the mode of a row. */
public final class ModeOfRow {
    private ModeOfRow() {}

    /** Returns the mode that a column names. */
    public static Mode named(ResultRow row, ColumnKey column) {
        return Mode.named(row.text(column)).orElseThrow(() -> row.wrong(column, "one of " + Mode.labels()));
    }

    /** Returns the mode of the three settings that a row has under Kafka's names. */
    public static Mode of(ResultRow row) {
        return RowMode.of(row)
                .orElseThrow(() -> row.wrong(
                        ScenarioKeys.ACKS,
                        "what goes with enable.idempotence=" + row.text(ScenarioKeys.ENABLE_IDEMPOTENCE)
                                + " and transactional=" + row.text(ScenarioKeys.TRANSACTIONAL)));
    }
}
