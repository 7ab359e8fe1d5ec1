package io.producerbench.plan;

import java.util.OptionalLong;

/**
 * How many producers and partitions are needed; empty where it does not apply or is not known.
 *
 * @param transactional producers, each with one transaction at a time
 * @param partitions below which the limit of batches in flight binds
 */
record ClientNeed(OptionalLong instances, OptionalLong transactional, OptionalLong partitions) {
    static final ClientNeed UNKNOWN = new ClientNeed(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
}
