package io.producerbench.report;

import io.producerbench.guarantee.Acks;
import io.producerbench.guarantee.Mode;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.ResultRow;
import io.producerbench.results.ScenarioKeys;
import java.util.Arrays;

/** Reads the mode of a row. */
public final class ModeOfRow {
    private ModeOfRow() {}

    /** Returns the mode that a column names. */
    public static Mode named(ResultRow row, ColumnKey column) {
        return Mode.named(row.text(column)).orElseThrow(() -> row.wrong(column, "one of " + Mode.labels()));
    }

    /** Returns the mode of the three settings that a row has under Kafka's names. */
    public static Mode of(ResultRow row) {
        return Acks.of(row.text(ScenarioKeys.ACKS))
                .flatMap(acks -> Arrays.stream(Mode.values())
                        .filter(mode -> mode.with(1).acks() == acks
                                && is(
                                        row.text(ScenarioKeys.ENABLE_IDEMPOTENCE),
                                        mode.with(1).enableIdempotence())
                                && is(
                                        row.text(ScenarioKeys.TRANSACTIONAL),
                                        mode.with(1).transactional()))
                        .findFirst())
                .orElseThrow(() -> row.wrong(
                        ScenarioKeys.ACKS,
                        "what goes with enable.idempotence=" + row.text(ScenarioKeys.ENABLE_IDEMPOTENCE)
                                + " and transactional=" + row.text(ScenarioKeys.TRANSACTIONAL)));
    }

    private static boolean is(String text, boolean value) {
        return text.equals(Boolean.toString(value));
    }
}
