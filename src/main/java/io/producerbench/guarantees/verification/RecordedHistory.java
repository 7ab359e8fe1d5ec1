package io.producerbench.guarantees.verification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that the checker needs to judge a trial.
 *
 * @param attempts in their order, all made before the barriers at which the two read-backs end
 * @param looks taken after the last acknowledgement before healing, and before healing; may be
 *     empty
 * @param onDisk ids found in log segments; empty if the segments were not read
 */
public record RecordedHistory(
        List<Attempt> attempts,
        Map<Integer, TransactionOutcome> transactions,
        ReadBack uncommitted,
        ReadBack committed,
        List<ReadBack> looks,
        Optional<Set<RecordId>> onDisk) {

    /** @throws IllegalArgumentException if a read-back is not of the isolation its name says */
    public RecordedHistory {
        require(Isolation.READ_UNCOMMITTED, uncommitted);
        require(Isolation.READ_COMMITTED, committed);
        attempts = List.copyOf(attempts);
        transactions = Map.copyOf(transactions);
        looks = List.copyOf(looks);
        onDisk = onDisk.map(Set::copyOf);
    }

    private static void require(Isolation expected, ReadBack got) {
        if (got.isolation() != expected) {
            throw new IllegalArgumentException(
                    "expected a read-back with " + expected.kafkaValue() + ", got: " + got.isolation());
        }
    }
}
