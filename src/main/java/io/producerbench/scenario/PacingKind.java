package io.producerbench.scenario;

import java.util.Set;

/** The kinds of {@link Pacing}, with or without readers; a run measures some of them. */
public enum PacingKind {
    /** As fast as acknowledgements come back; measures rate. */
    CLOSED_LOOP,
    /** Each record at its due time; measures latency. */
    OPEN_LOOP,
    /** Each record at its due time, while consumers read; measures when records can be seen. */
    OPEN_LOOP_WITH_READERS;

    /** What a run measures for which no benchmark was chosen. */
    public static final Set<PacingKind> USUAL = Set.of(CLOSED_LOOP, OPEN_LOOP);
}
