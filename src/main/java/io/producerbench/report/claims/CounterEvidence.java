package io.producerbench.report.claims;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.guarantee.Mode;
import io.producerbench.report.GuaranteeCell;
import java.util.List;

/**
 * Finds measurements that refute a claim although each cell, judged by what it watches, was as
 * expected.
 */
final class CounterEvidence {
    private CounterEvidence() {}

    /** Returns a sentence for each measurement against the claim; empty if there is none. */
    static List<String> to(Claim claim, List<GuaranteeCell> cells) {
        return cells.stream()
                .filter(cell -> cell.trials().measured())
                .filter(cell -> isTo(claim, cell))
                .map(cell -> "Against it: " + cell.fault().text() + " with "
                        + cell.mode().label() + " " + words(claim) + ".")
                .distinct()
                .toList();
    }

    /**
     * Returns true if a cell refutes the claim. A lost record refutes "at least once". A run
     * without retries shows nothing about
     * idempotence, because a record that was not sent again cannot be stored twice.
     */
    private static boolean isTo(Claim claim, GuaranteeCell cell) {
        return switch (claim) {
            case ACKS_NONE ->
                cell.mode() == Mode.ACKS_0
                        && cell.fault().experiment().equals("C3")
                        && cell.retries().orElse(0) > 0;
            case AT_LEAST_ONCE -> cell.mode() == Mode.ACKS_ALL && cell.count(Anomaly.LOST) > 0;
            case IDEMPOTENCE -> cell.retries().orElse(0) == 0;
            default -> false;
        };
    }

    private static String words(Claim claim) {
        return switch (claim) {
            case ACKS_NONE -> "sent records again";
            case AT_LEAST_ONCE -> "lost acknowledged records";
            default -> "sent nothing again";
        };
    }
}
