package io.producerbench.guarantees.verification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything the checker judges by.
 *
 * @param attempts in their order, all made before the barriers that the two read-backs end at
 * @param looks taken before the fault was healed and after the last acknowledgement that came before; may be empty
 * @param onDisk ids found in log segments; empty if nobody looked there
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
