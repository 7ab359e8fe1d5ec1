package io.producerbench.load;

import io.producerbench.process.SettingsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Where a warm fork waits for the common start. It says that it is ready by one file, is told the
 * moment by a second, and says by a third how late it began.
 */
public record StartGate(Path directory) {
    private static final long POLL_NANOS = 5_000_000;

    /** Longer than a driver waits for its slowest host. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private static final String MOMENT = "t0_epoch_nanos";
    private static final String LATE = "late_nanos";

    /** Returns the nanoseconds since 1970 of this host's clock. */
    public static long epochNanos() {
        Instant now = Instant.now();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    /**
     * Returns the moment by {@link System#nanoTime}.
     *
     * @param t0EpochNanos the moment by the clock on the wall
     * @param nowEpochNanos that clock now
     * @param nowNanos {@link System#nanoTime} now
     */
    public static long onMonotonicClock(long t0EpochNanos, long nowEpochNanos, long nowNanos) {
        return nowNanos + (t0EpochNanos - nowEpochNanos);
    }

    /**
     * Says that the fork is ready, waits until it is told the moment and for the moment itself.
     * Returns the moment, by {@link System#nanoTime}.
     *
     * @throws IllegalStateException if the moment had passed when it was told, or was not told within
     *     ten minutes
     */
    public long await() {
        return await(LONGEST_WAIT);
    }

    long await(Duration limit) {
        write(ready(), Map.of("ready", "1"));
        long latest = System.nanoTime() + limit.toNanos();
        while (!Files.exists(go())) {
            if (System.nanoTime() - latest > 0) {
                throw new IllegalStateException("no common start was told within " + limit.toSeconds()
                        + " s after this host was ready: the driver is gone, or another host was never ready");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        long start = onMonotonicClock(SettingsFile.read(go()).number(MOMENT), epochNanos(), System.nanoTime());
        long early = start - System.nanoTime();
        if (early < 0) {
            throw new IllegalStateException("late: the common start had passed " + -early / 1_000_000 + " ms before");
        }
        long begun = Pacer.awaitDue(start);
        write(begun(), Map.of(LATE, Long.toString(begun - start)));
        return start;
    }

    /** Tells the fork the moment, by the clock on this host's wall. */
    public void open(long t0EpochNanos) {
        write(go(), Map.of(MOMENT, Long.toString(t0EpochNanos)));
    }

    /** True as soon as the fork is warm. */
    public boolean isReady() {
        return Files.exists(ready());
    }

    /** Returns how late the fork began, in nanoseconds. To be called after its end. */
    public long lateNanos() {
        return SettingsFile.read(begun()).number(LATE);
    }

    private Path ready() {
        return directory.resolve("ready");
    }

    private Path go() {
        return directory.resolve("go");
    }

    private Path begun() {
        return directory.resolve("begun");
    }

    private static void write(Path file, Map<String, String> settings) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            SettingsFile.write(unfinished, new TreeMap<>(settings));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
