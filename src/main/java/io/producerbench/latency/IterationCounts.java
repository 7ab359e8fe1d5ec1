package io.producerbench.latency;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The counts of one measured iteration, or of several once they are merged.
 *
 * @param opened when the first window opened, by the clock on the wall
 * @param windows one for each iteration, in order
 * @param totals since the start of the fork, as of the last iteration
 * @param metrics as of the last iteration, but throttling in all of them
 */
public record IterationCounts(Instant opened, List<MeasuredWindow> windows, Totals totals, ClientMetrics metrics)
        implements Serializable {
    public IterationCounts {
        windows = List.copyOf(windows);
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("expected at least one window, got none");
        }
    }

    /**
     * Returns both together. It keeps all windows and the later totals, because those include
     * everything before.
     */
    public IterationCounts and(IterationCounts other) {
        boolean otherIsLater = other.lastEnd() - lastEnd() > 0;
        IterationCounts later = otherIsLater ? other : this;
        IterationCounts earlier = otherIsLater ? this : other;
        Instant first = other.windows.get(0).startNanos() - windows.get(0).startNanos() < 0 ? other.opened : opened;
        List<MeasuredWindow> both = new ArrayList<>(windows);
        both.addAll(other.windows);
        both.sort((one, two) -> Long.signum(one.endNanos() - two.endNanos()));
        return new IterationCounts(first, both, later.totals, later.metrics.after(earlier.metrics));
    }

    /**
     * Returns successful callbacks per second: their sum over all windows, divided by the sum of
     * the windows' lengths.
     */
    public double recordsPerSecond() {
        return windows.stream().mapToLong(MeasuredWindow::succeeded).sum() * 1e9 / nanos();
    }

    /** Returns the time from the opening of the first window to the closing of the last. */
    public Duration span() {
        return Duration.ofNanos(lastEnd() - windows.get(0).startNanos());
    }

    public long nanos() {
        return windows.stream().mapToLong(MeasuredWindow::nanos).sum();
    }

    private long lastEnd() {
        return windows.get(windows.size() - 1).endNanos();
    }
}
