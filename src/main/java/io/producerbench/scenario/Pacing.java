package io.producerbench.scenario;

/** When a record is sent: as soon as the pipeline has room, or at its due time. */
public sealed interface Pacing {
    /**
     * Closed loop: as fast as acknowledgements come back. Measures rate; its latency is the size of
     * a queue.
     */
    record ClosedLoop() implements Pacing {}

    /**
     * Open loop: record <i>i</i> is due at {@code t0 + i·1e9/recordsPerSecond}, whatever happened
     * to those before it.
     */
    record OpenLoop(int recordsPerSecond) implements Pacing {
        public OpenLoop {
            if (recordsPerSecond < 1) {
                throw new IllegalArgumentException("rate must be at least 1 record/s, got: " + recordsPerSecond);
            }
        }
    }
}
