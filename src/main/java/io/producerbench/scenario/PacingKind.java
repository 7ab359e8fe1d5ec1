package io.producerbench.scenario;

/** The two kinds of {@link Pacing}, of which a run measures one or both. */
public enum PacingKind {
    /** As fast as acknowledgements come back; measures rate. */
    CLOSED_LOOP,
    /** Each record at its due time; measures latency. */
    OPEN_LOOP
}
