package io.producerbench.report.page;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.report.GuaranteeCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells of each mode what broke its promises, in a sentence each. Pure. */
final class FaultStory {
    private FaultStory() {}

    static List<String> of(ReportAnswer answer) {
        return answer.chooser().modes().stream()
                .map(choice -> of(choice, answer.cells()))
                .toList();
    }

    private static String of(Choice choice, List<GuaranteeCell> cells) {
        List<String> parts = new ArrayList<>();
        for (Promise promise : Promise.values()) {
            Standing standing = Standing.underAll(promise, choice.mode(), choice.minInsyncReplicas(), cells);
            if (standing.isTried()) {
                parts.add(promise.title() + ": " + (standing.isKept() ? never(standing) : brokenBy(standing)));
            }
        }
        return choice.label() + " – " + String.join(". ", parts) + ".";
    }

    private static String never(Standing standing) {
        return "never in " + standing.trials() + " trials of " + standing.faults()
                + (standing.faults() == 1 ? " kind" : " kinds");
    }

    private static String brokenBy(Standing standing) {
        return standing.broken().stream()
                .map(cell -> cell.fault().fault()
                        + (cell.fault().variant().isEmpty()
                                ? ""
                                : ", " + cell.fault().variant())
                        + " (" + standing.counted(cell) + ")")
                .collect(Collectors.joining("; "));
    }

    /**
     * Returns what becomes of records that an application sends again after its own restart; empty
     * if that was not tried, or a mode stored them once.
     */
    static Optional<String> restart(List<GuaranteeCell> cells) {
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
