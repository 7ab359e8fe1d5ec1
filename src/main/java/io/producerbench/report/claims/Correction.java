package io.producerbench.report.claims;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.report.GuaranteeCell;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A sentence in which a measurement corrects the textbook. It appears only if a measured cell shows
 * it.
 */
enum Correction {
    TIMEOUT_NOT_NOT_ENOUGH_REPLICAS(
            "Correction of the textbook: below the minimum a producer that retries does not see NotEnoughReplicasException but"
                    + " a TimeoutException, because that error is retried until the delivery timeout.",
            List.of(Claim.MIN_INSYNC_REPLICAS),
            cell -> cell.fault().experiment().equals("C8")
                    && !cell.fault().variant().contains("retries=0")
                    && cell.facts().contains("TimeoutException")),

    UNAVAILABLE_NOT_LOST(
            "Correction of the textbook: when the leader that alone is in sync is killed, acks=all with"
                    + " min.insync.replicas=1 loses nothing; the partition is unavailable until it is back.",
            List.of(Claim.ACKS_IN_SYNC, Claim.MIN_INSYNC_REPLICAS),
            cell -> isAloneInSync(cell, false)
                    && cell.count(Anomaly.LOST) == 0
                    && cell.unavailableMs().orElse(0) > 0),

    LOST_ONLY_BY_UNCLEAN_ELECTION(
            "With unclean leader election acks=all with min.insync.replicas=1 loses acknowledged records.",
            List.of(Claim.ACKS_IN_SYNC, Claim.MIN_INSYNC_REPLICAS),
            cell -> isAloneInSync(cell, true) && cell.count(Anomaly.LOST) > 0),

    LATE_COMMIT_UNDER_THE_OLD_PROTOCOL(
            "Correction of the textbook: with transaction.version=1, the protocol before KIP-890, a commit that arrives late commits"
                    + " what the next transaction has sent so far, and read_committed shows it although nobody committed it.",
            List.of(Claim.READ_COMMITTED),
            cell -> cell.fault().experiment().equals("C21")
                    && cell.fault().variant().equals("transaction.version=1")
                    && cell.count(Anomaly.DIRTY_VISIBLE) > 0);

    private final String text;
    private final List<Claim> belongsTo;
    private final Predicate<GuaranteeCell> isShownBy;

    Correction(String text, List<Claim> belongsTo, Predicate<GuaranteeCell> isShownBy) {
        this.text = text;
        this.belongsTo = belongsTo;
        this.isShownBy = isShownBy;
    }

    private static boolean isAloneInSync(GuaranteeCell cell, boolean uncleanElection) {
        return cell.fault().experiment().equals("C7")
                && cell.mode().consultsMinInsyncReplicas()
                && cell.minInsyncReplicas() == 1
                && cell.fault().variant().contains("unclean") == uncleanElection;
    }

    /** Returns the corrections that a claim's cells show. */
    static List<String> shownBy(Claim claim, List<GuaranteeCell> cells) {
        return Stream.of(values())
                .map(correction -> correction.text(claim, cells))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> text(Claim claim, List<GuaranteeCell> cells) {
        boolean shown = belongsTo.contains(claim)
                && cells.stream()
                        .filter(cell ->
                                cell.trials().measured() && cell.trials().alwaysAsExpected())
                        .anyMatch(isShownBy);
        return shown ? Optional.of(text) : Optional.empty();
    }
}
