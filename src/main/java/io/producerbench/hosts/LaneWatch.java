package io.producerbench.hosts;

import io.producerbench.latency.MeasuredWindow;
import io.producerbench.results.sample.MachineLoad;
import io.producerbench.watch.HostReadings;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Watches a load host's machine while its lane measures: ten readings a second of counters, as the
 * driver reads its own machine. Brokers do not run there; those of a test that do are others.
 */
final class LaneWatch implements AutoCloseable {
    private static final long PERIOD_MILLIS = 100;

    private final HostReadings readings = new HostReadings(TimeUnit.MILLISECONDS.toNanos(PERIOD_MILLIS));
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "lane-watch");
        thread.setDaemon(true);
        return thread;
    });

    static LaneWatch start() {
        LaneWatch watch = new LaneWatch();
        watch.timer.scheduleAtFixedRate(watch.readings::readWithoutNodes, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        return watch;
    }

    /** Returns whose the processors were within the windows of this host's fork. */
    MachineLoad load(List<MeasuredWindow> windows) {
        return readings.load(windows);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
