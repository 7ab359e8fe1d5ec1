package io.producerbench.report.picture;

import io.producerbench.guarantee.Anomaly;
import java.util.List;

/** What may happen to a record, by the letter that stands for it. */
enum PromiseColumn {
    LOST("lost", "L", List.of(Anomaly.LOST)),
    DOUBLED("doubled", "D", List.of(Anomaly.DUPLICATED)),
    REORDERED("reordered", "R", List.of(Anomaly.REORDERED)),
    /** A reader of committed records sees a part of a transaction, or what was never committed. */
    TORN("torn", "T", List.of(Anomaly.TORN, Anomaly.DIRTY_VISIBLE)),
    HIDDEN("hidden", "H", List.of(Anomaly.INVISIBLE_UNTIL_HEAL));

    private final String title;
    private final String letter;
    private final List<Anomaly> anomalies;

    PromiseColumn(String title, String letter, List<Anomaly> anomalies) {
        this.title = title;
        this.letter = letter;
        this.anomalies = anomalies;
    }

    String title() {
        return title;
    }

    String letter() {
        return letter;
    }

    List<Anomaly> anomalies() {
        return anomalies;
    }
}
