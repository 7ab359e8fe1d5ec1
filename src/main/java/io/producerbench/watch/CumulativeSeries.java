package io.producerbench.watch;

import io.producerbench.latency.MeasuredWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A counter that was read again and again. The windows of a fork are known only afterwards, so the
 * value at the edge of a window is interpolated between the two readings around it.
 */
final class CumulativeSeries {
    private final List<CounterReading> points = new ArrayList<>();

    private record CounterReading(long nanos, double value) {}

    /** Adds a reading, which must be later than the one before. An empty value is unknown. */
    void add(long nanos, OptionalLong value) {
        points.add(new CounterReading(nanos, value.isPresent() ? value.getAsLong() : Double.NaN));
    }

    /** Returns the growth within the windows; NaN where it was not read all the time. */
    double within(List<MeasuredWindow> windows) {
        return windows.stream()
                .mapToDouble(window -> at(window.endNanos()) - at(window.startNanos()))
                .sum();
    }

    private double at(long nanos) {
        for (int i = 1; i < points.size(); i++) {
            CounterReading after = points.get(i);
            if (after.nanos - nanos >= 0) {
                CounterReading before = points.get(i - 1);
                double share = (double) (nanos - before.nanos) / (after.nanos - before.nanos);
                return before.value + share * (after.value - before.value);
            }
        }
        return Double.NaN;
    }
}
