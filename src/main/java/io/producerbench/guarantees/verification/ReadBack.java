package io.producerbench.guarantees.verification;

import java.util.List;
import java.util.Set;

/**
 * The records that a consumer received, in its order; barriers are left out.
 *
 * @param incomplete partitions that could not be read up to their end
 */
public record ReadBack(Isolation isolation, List<Stored> records, Set<Integer> incomplete) {
    public ReadBack {
        records = List.copyOf(records);
        incomplete = Set.copyOf(incomplete);
    }
}
