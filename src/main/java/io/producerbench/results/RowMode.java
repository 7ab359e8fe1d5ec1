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
     */
    public static Optional<Mode> of(ResultRow row) {
        boolean idempotent = row.text(ScenarioKeys.ENABLE_IDEMPOTENCE).equals("true");
        boolean transactional = row.text(ScenarioKeys.TRANSACTIONAL).equals("true");
        return Acks.of(row.text(ScenarioKeys.ACKS)).flatMap(acks -> Mode.of(acks, idempotent, transactional));
    }
}
