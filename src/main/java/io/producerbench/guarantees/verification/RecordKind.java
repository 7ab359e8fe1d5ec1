package io.producerbench.guarantees.verification;

/** What a record is written for. */
enum RecordKind {
    DATA,
    BARRIER
}
