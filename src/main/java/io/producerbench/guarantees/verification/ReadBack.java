package io.producerbench.guarantees.verification;

import java.util.List;
import java.util.Set;

/**
 * What a consumer was given, in the order in which it was; barriers are left out.
 *
 * @param incomplete partitions that could not be read up to their end
 */
public record ReadBack(Isolation isolation, List<Stored> records, Set<Integer> incomplete) {
    public ReadBack {
        records = List.copyOf(records);
        incomplete = Set.copyOf(incomplete);
    }
}
