package io.producerbench.results;

import io.producerbench.guarantee.Acks;
import io.producerbench.guarantee.Mode;
import java.util.Optional;

/** Reads the mode of a row, also of one that is older than the column. */
public final class RowMode {
    public static final ColumnKey KEY = TrialKeys.MODE;

    private RowMode() {}

    /**
     * Returns the mode of the three settings that a row has under Kafka's names; empty if Kafka
     * refuses them together.
     *
     * @throws ResultFileException if a cell is no value that the setting has
     */
    public static Optional<Mode> of(ResultRow row) {
        boolean idempotent = row.flag(ScenarioKeys.ENABLE_IDEMPOTENCE);
        boolean transactional = row.flag(ScenarioKeys.TRANSACTIONAL);
        Acks acks = Acks.of(row.text(ScenarioKeys.ACKS))
                .orElseThrow(() -> row.wrong(ScenarioKeys.ACKS, "a value of acks that Kafka has"));
        return Mode.of(acks, idempotent, transactional);
    }
}
