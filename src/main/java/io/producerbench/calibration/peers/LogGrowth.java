package io.producerbench.calibration.peers;

import io.producerbench.jmh.ForkFailure;
import io.producerbench.load.LogEnd;
import io.producerbench.load.TimedLogEnd;
import io.producerbench.process.CpuOfProcess;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * How fast another program fills a topic, as the brokers count it: the growth of the log end between two readings, the
 * first of them so long after the first record that the program's code is compiled.
 */
final class LogGrowth {
    private static final long LOOK_NANOS = 20_000_000;

    private final LogEnd logEnd;
    private final ProcessHandle program;

    LogGrowth(LogEnd logEnd, ProcessHandle program) {
        this.logEnd = logEnd;
        this.program = program;
    }

    /** @param cpuNanos of the program's sending and network threads; NaN if the kernel does not tell */
    record Measured(long records, long nanos, double cpuNanos) {
        double recordsPerSecond() {
            return records * 1e9 / nanos;
        }
    }

    private record Reading(long records, long nanos, double cpuNanos) {}

    /** @throws ForkFailure if the program ends before the time is over */
    Measured measure(Duration warmUp, Duration measured) throws ForkFailure {
        awaitRecords(1);
        pass(warmUp);
        Reading start = read();
        pass(measured);
        Reading end = read();
        requireAlive();
        return new Measured(end.records - start.records, end.nanos - start.nanos, end.cpuNanos - start.cpuNanos);
    }

    /** Returns once the topic holds at least so many records. */
    void awaitRecords(long least) throws ForkFailure {
        while (logEnd.sum().join() < least) {
            requireAlive();
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /**
     * Returns once the topic has grown at about this rate for a second, and so no longer at full speed, as in a preheat before.
     *
     * @throws ForkFailure if the program ends before that
     */
    void awaitPace(int recordsPerSecond) throws ForkFailure {
        awaitRecords(1);
        long before = logEnd.sum().join();
        double grown;
        do {
            pass(Duration.ofSeconds(1));
            requireAlive();
            long now = logEnd.sum().join();
            grown = now - before;
            before = now;
        } while (grown < recordsPerSecond / 2.0 || grown > recordsPerSecond * 2.0);
    }

    static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private Reading read() {
        TimedLogEnd now = logEnd.read().join();
        double cpu = CpuOfProcess.nanos(program.pid()).stream()
                .mapToDouble(nanos -> nanos)
                .findFirst()
                .orElse(Double.NaN);
        return new Reading(now.records(), now.nanos(), cpu);
    }

    private void requireAlive() throws ForkFailure {
        if (!program.isAlive()) {
            throw new ForkFailure("the program that was to be measured has ended", null);
        }
    }
}
