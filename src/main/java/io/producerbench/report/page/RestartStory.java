package io.producerbench.report.page;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.report.GuaranteeCell;
import java.util.List;
import java.util.Optional;

/** What no setting of a producer prevents, in words. Pure. */
final class RestartStory {
    private RestartStory() {}

    /**
     * Returns what becomes of records that an application sends again after its own restart; empty
     * if that was not tried, or a mode stored them once.
     */
    static Optional<String> of(List<GuaranteeCell> cells) {
        List<GuaranteeCell> restarts = cells.stream()
                .filter(cell -> cell.fault().experiment().equals(Promise.RESTART))
                .filter(cell -> cell.trials().measured())
                .toList();
        return !restarts.isEmpty() && restarts.stream().allMatch(cell -> cell.count(Anomaly.DUPLICATED) > 0)
                ? Optional.of(
                        "What an application sends again after its own restart was stored twice in every mode that"
                                + " was tried: no setting of the producer tells it from new records.")
                : Optional.empty();
    }
}
