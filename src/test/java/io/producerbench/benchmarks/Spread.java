package io.producerbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.producerbench.latency.LatencyRecorder;
import org.HdrHistogram.Histogram;

/** What a stall leaves in a histogram that omits nothing. */
final class Spread {
    /** What a record may take when nothing stalls, on a busy host. */
    private static final long PROMPT_NANOS = 100_000_000;

    private Spread() {}

    /**
     * Every record due in the stall waited from then until its end; as many of the largest values
     * are theirs. Those due in its last tenth waited no longer than a record may when nothing
     * stalls.
     */
    static void assertOver(long stallNanos, int recordsPerSecond, Histogram latencies) {
        double recordsPerNano = recordsPerSecond * 1e-9;
        int due = (int) Math.round(stallNanos * recordsPerNano);
        Tail tail = Tail.of(latencies, due);
        assertThat(latencies.getCountBetweenValues(PROMPT_NANOS, LatencyRecorder.HIGHEST_NANOS))
                .as("records later than %d ns", PROMPT_NANOS)
                .isCloseTo(due - Math.round(PROMPT_NANOS * recordsPerNano), within(10L));
        assertThat(tail.mean()).isCloseTo(stallNanos / 2.0, withinPercentage(2));
        assertThat(tail.distanceToUniform(0, stallNanos)).isLessThanOrEqualTo(0.03);
    }
}
