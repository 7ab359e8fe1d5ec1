package io.producerbench.guarantees.verification;

import java.util.Optional;

/**
 * One record as it was read.
 *
 * @param id empty for bytes that are not ours, or damaged
 * @param transaction the number of the transaction, 0 without one
 */
public record Stored(int partition, long offset, Optional<RecordId> id, int transaction) {
    /** Returns its place in words. */
    String place() {
        return "offset " + offset + " of partition " + partition;
    }
}
