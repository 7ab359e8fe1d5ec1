package io.producerbench.report;

import io.producerbench.guarantee.Acks;
import io.producerbench.guarantee.Mode;
import io.producerbench.results.ResultRow;
import java.util.Arrays;

/** Reads the mode of a row. */
public final class ModeOfRow {
    private ModeOfRow() {}

    /** Returns the mode that a column names. */
    public static Mode named(ResultRow row, String column) {
        return Mode.named(row.text(column)).orElseThrow(() -> row.wrong(column, "one of " + Mode.labels()));
    }

    /** Returns the mode of the three settings that a row has under Kafka's names. */
    public static Mode of(ResultRow row) {
        return Acks.of(row.text("acks"))
                .flatMap(acks -> Arrays.stream(Mode.values())
                        .filter(mode -> mode.with(1).acks() == acks
                                && is(
                                        row.text("enable.idempotence"),
                                        mode.with(1).enableIdempotence())
                                && is(row.text("transactional"), mode.with(1).transactional()))
                        .findFirst())
                .orElseThrow(() -> row.wrong(
                        "acks",
                        "what goes with enable.idempotence=" + row.text("enable.idempotence") + " and transactional="
                                + row.text("transactional")));
    }

    private static boolean is(String text, boolean value) {
        return text.equals(Boolean.toString(value));
    }
}
