package io.producerbench.guarantees.verification;

import java.util.stream.Stream;

/** Finds anomalies of one kind. */
@FunctionalInterface
interface AnomalyRule {
    Stream<AnomalyFinding> findings(IndexedHistory history);
}
