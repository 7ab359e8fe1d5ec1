package io.producerbench.sweep;

import java.time.Duration;
import java.util.List;

/**
 * Estimates how long the rest of a run takes: first by the plan, then by how long samples really
 * took beside it.
 */
final class TimeLeft {
    private final List<Duration> planned;
    private final long startNanos = System.nanoTime();
    private int done;

    /** @param planned how long each sample takes by the plan, in order */
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
