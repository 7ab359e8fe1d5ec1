package io.producerbench.sweep;

import java.time.Duration;
import java.util.List;

/** Estimates how long the rest will take: by the plan at first, then by how samples really compare with it. */
final class TimeLeft {
    private final List<Duration> planned;
    private final long startNanos = System.nanoTime();
    private int done;

    /** @param planned how long each sample is to take, in order */
    TimeLeft(List<Duration> planned) {
        this.planned = List.copyOf(planned);
    }

    void done() {
        done++;
    }

    Duration estimate() {
        Duration left = sum(planned.subList(done, planned.size()));
        if (done == 0) {
            return left;
        }
        double pace = (double) (System.nanoTime() - startNanos)
                / sum(planned.subList(0, done)).toNanos();
        return Duration.ofNanos(Math.round(pace * left.toNanos()));
    }

    private static Duration sum(List<Duration> durations) {
        return durations.stream().reduce(Duration.ZERO, Duration::plus);
    }
}
