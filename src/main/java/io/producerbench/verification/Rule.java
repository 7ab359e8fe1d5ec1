package io.producerbench.verification;

import java.util.stream.Stream;

/** Finds anomalies of one kind. */
@FunctionalInterface
interface Rule {
    Stream<Finding> findings(IndexedHistory history);
}
