package io.producerbench.suite;

import java.time.Duration;

/** Estimates how long the rest will take: by the plan at first, then by what samples really took. */
final class TimeLeft {
    private final int samples;
    private final Duration planned;
    private final long startNanos = System.nanoTime();
    private int done;

    TimeLeft(int samples, Duration planned) {
        this.samples = samples;
        this.planned = planned;
    }

    void done() {
        done++;
    }

    Duration estimate() {
        Duration each = done == 0
                ? planned
                : Duration.ofNanos(System.nanoTime() - startNanos).dividedBy(done);
        return each.multipliedBy(samples - done);
    }
}
