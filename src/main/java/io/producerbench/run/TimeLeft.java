package io.producerbench.run;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * Estimates how long the rest of a run takes: first by the plan, then by how long samples really
 * took beside it.
 */
public final class TimeLeft {
    private final List<Duration> planned;
    private final long startNanos = System.nanoTime();
    private int done;

    /** @param planned how long each sample takes by the plan, in order */
    public TimeLeft(List<Duration> planned) {
        this.planned = List.copyOf(planned);
    }

    /**
     * Begins for steps that take equally long, of which the plan does not know how long. There is
     * no estimate before the first of them is done.
     */
    public static TimeLeft ofEqual(int steps) {
        return new TimeLeft(Collections.nCopies(Math.max(1, steps), Duration.ofSeconds(1)));
    }

    /** Counts a step. Steps beyond the plan, which were taken again, count as none. */
    public void done() {
        done = Math.min(done + 1, planned.size());
    }

    /** Returns how long the steps take that are not done. */
    public Duration estimate() {
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
