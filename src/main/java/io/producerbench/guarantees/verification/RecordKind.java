package io.producerbench.guarantees.verification;

/** What a record is written for. */
public enum RecordKind {
    DATA,
    BARRIER
}
