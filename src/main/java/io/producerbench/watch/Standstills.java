package io.producerbench.watch;

import io.producerbench.latency.JvmUsage;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.results.sample.Standstill;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the longest time within a window in which the client, a broker or this program did not run.
 * This program's own readings are the heartbeat that shows a machine that slept.
 */
final class Standstills {
    private final long periodNanos;
    private final List<MachineLook> looks = new ArrayList<>();

    private record MachineLook(long nanos, boolean stoppedBroker) {}

    Standstills(long periodNanos) {
        this.periodNanos = periodNanos;
    }

    void add(long nanos, boolean stoppedBroker) {
        looks.add(new MachineLook(nanos, stoppedBroker));
    }

    Standstill longest(List<MeasuredWindow> windows) {
        return windows.stream()
                .flatMap(window -> Stream.of(client(window), machine(window), broker(window)))
                .max(Comparator.comparingLong(Standstill::nanos))
                .orElseThrow();
    }

    private static Standstill client(MeasuredWindow window) {
        JvmUsage jvm = window.jvm();
        return new Standstill("the client", jvm.stoodStillNanos());
    }

    /** The longest gap between two looks that touches the window, less the period. */
    private Standstill machine(MeasuredWindow window) {
        long longest = 0;
        for (int i = 1; i < looks.size(); i++) {
            if (touches(window, looks.get(i - 1), looks.get(i))) {
                longest = Math.max(longest, looks.get(i).nanos - looks.get(i - 1).nanos - periodNanos);
            }
        }
        return new Standstill("the machine", longest);
    }

    /** The longest run of looks within the window that found a broker stopped. */
    private Standstill broker(MeasuredWindow window) {
        long longest = 0;
        long stopped = 0;
        for (int i = 1; i < looks.size(); i++) {
            boolean counts = looks.get(i).stoppedBroker && touches(window, looks.get(i - 1), looks.get(i));
            stopped = counts ? stopped + looks.get(i).nanos - looks.get(i - 1).nanos : 0;
            longest = Math.max(longest, stopped);
        }
        return new Standstill("a broker", longest);
    }

    private static boolean touches(MeasuredWindow window, MachineLook before, MachineLook after) {
        return after.nanos - window.startNanos() > 0 && before.nanos - window.endNanos() < 0;
    }
}
