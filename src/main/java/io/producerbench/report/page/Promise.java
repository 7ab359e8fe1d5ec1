package io.producerbench.report.page;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.report.GuaranteeCell;
import java.util.List;
import java.util.Set;

/** What a reader may want never to happen, and which trials tell of it. */
enum Promise {
    NOT_LOST("lost", "a record is lost when a broker dies", List.of(Anomaly.LOST)),
    NOT_TWICE("stored twice", "a retry stores a record twice", List.of(Anomaly.DUPLICATED)),
    IN_ORDER("out of order", "records are stored out of order", List.of(Anomaly.REORDERED)),
    WHOLE(
            "seen in part",
            "a transaction is seen in part, or though aborted",
            List.of(Anomaly.TORN, Anomaly.DIRTY_VISIBLE));

    /** The experiments in which a broker dies. */
    private static final Set<String> DEATHS = Set.of("C3", "C5", "C5b", "C5d", "C6b", "C7", "C9b", "C19");

    /**
     * The experiment in which the application starts again and sends what it has sent. No setting of
     * a producer can tell that from new records.
     */
    static final String RESTART = "C13";

    private final String title;
    private final String question;
    private final List<Anomaly> anomalies;

    Promise(String title, String question, List<Anomaly> anomalies) {
        this.title = title;
        this.question = question;
        this.anomalies = anomalies;
    }

    /** Returns the title of its column. */
    String title() {
        return title;
    }

    /** Returns what must never happen, to stand after "never". */
    String question() {
        return question;
    }

    List<Anomaly> anomalies() {
        return anomalies;
    }

    /** Returns true if the trials of this cell tell whether the promise was kept. */
    boolean isToldBy(GuaranteeCell cell) {
        String experiment = cell.fault().experiment();
        return concerns(cell)
                && (this != NOT_LOST || DEATHS.contains(experiment))
                && (this != NOT_TWICE || !experiment.equals(RESTART));
    }

    /** Returns true if the cell counted this, whatever the fault. */
    boolean concerns(GuaranteeCell cell) {
        return cell.trials().measured() && cell.worthSaying().stream().anyMatch(anomalies::contains);
    }
}
