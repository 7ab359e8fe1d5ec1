package io.producerbench.report;

import io.producerbench.results.ResultRow;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The five ways to produce that Kafka accepts, from the least to the most that is promised. */
enum Mode {
    ACKS_0("acks=0", "0", "false", "false"),
    ACKS_1("acks=1", "1", "false", "false"),
    ACKS_ALL("acks=all", "all", "false", "false"),
    IDEMPOTENT("idempotent", "all", "true", "false"),
    TRANSACTIONAL("transactional", "all", "true", "true");

    private final String label;
    private final String acks;
    private final String enableIdempotence;
    private final String transactional;

    Mode(String label, String acks, String enableIdempotence, String transactional) {
        this.label = label;
        this.acks = acks;
        this.enableIdempotence = enableIdempotence;
        this.transactional = transactional;
    }

    /** Its name in files and tables. */
    String label() {
        return label;
    }

    /** Whether the topic's {@code min.insync.replicas} has a say when a record is acknowledged. */
    boolean consultsMinInsyncReplicas() {
        return acks.equals("all");
    }

    /** Of a row that names it. */
    static Mode named(ResultRow row, String column) {
        return Arrays.stream(values())
                .filter(mode -> mode.label.equals(row.text(column)))
                .findFirst()
                .orElseThrow(() -> row.wrong(
                        column,
                        "one of " + Arrays.stream(values()).map(Mode::label).collect(Collectors.joining(", "))));
    }

    /** Of a row that gives the three settings that make it, under Kafka's names. */
    static Mode of(ResultRow row) {
        return Arrays.stream(values())
                .filter(mode -> mode.acks.equals(row.text("acks"))
                        && mode.enableIdempotence.equals(row.text("enable.idempotence"))
                        && mode.transactional.equals(row.text("transactional")))
                .findFirst()
                .orElseThrow(() -> row.wrong(
                        "acks",
                        "what goes with enable.idempotence=" + row.text("enable.idempotence") + " and transactional="
                                + row.text("transactional")));
    }
}
