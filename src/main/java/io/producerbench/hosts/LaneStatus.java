package io.producerbench.hosts;

/**
 * What a lane says about itself. Trogdor carries it home with every heartbeat, so it is small until
 * the end.
 *
 * @param sequence rises once a second while the lane lives
 * @param facts null until it is ready
 * @param result null until it is done
 */
record LaneStatus(LanePhase phase, long sequence, HostFacts facts, LaneResult result) {
    /** How far a lane has come. */
    enum LanePhase {
        WARMING,
        READY,
        RUNNING,
        DONE
    }
}
