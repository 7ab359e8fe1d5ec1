package io.producerbench.calibration.peers;

import io.producerbench.jmh.ForkFailure;
import io.producerbench.load.LogEnd;
import io.producerbench.load.LogEnd.TimedLogEnd;
import io.producerbench.process.CpuOfProcess;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures how fast another program fills a topic: the growth of the brokers' log end between two
 * readings. The first reading is late enough after the first record that the program's code is
 * compiled.
 */
record LogGrowth(LogEnd logEnd, ProcessHandle program) {
    private static final long LOOK_NANOS = 20_000_000;

    /**
     * @param cpuNanos CPU time of the program's sending and network threads; NaN if the kernel does
     *     not tell
     */
    record MeasuredGrowth(long records, long nanos, double cpuNanos) {
        double recordsPerSecond() {
            return records * 1e9 / nanos;
        }
    }

    /** The log end at a time, and the CPU time of the program until then. */
    private record GrowthReading(long records, long nanos, double cpuNanos) {}

    /** @throws ForkFailure if the program ends before it is measured */
    MeasuredGrowth measure(Duration warmUp, Duration measured) throws ForkFailure {
        awaitRecords(1);
        pass(warmUp);
        GrowthReading start = read();
        pass(measured);
        GrowthReading end = read();
        requireAlive();
        return new MeasuredGrowth(end.records - start.records, end.nanos - start.nanos, end.cpuNanos - start.cpuNanos);
    }

    /** When this returns, the topic holds at least so many records. */
    void awaitRecords(long least) throws ForkFailure {
        while (logEnd.sum().join() < least) {
            requireAlive();
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /**
     * When this returns, the topic has grown at about this rate for a second. Before that, in a
     * preheat, it may grow at full speed.
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

    private GrowthReading read() {
        TimedLogEnd now = logEnd.read().join();
        double cpu = CpuOfProcess.nanos(program.pid()).stream()
                .mapToDouble(nanos -> nanos)
                .findFirst()
                .orElse(Double.NaN);
        return new GrowthReading(now.records(), now.nanos(), cpu);
    }

    private void requireAlive() throws ForkFailure {
        if (!program.isAlive()) {
            throw new ForkFailure("expected the program to run until it is measured, but it has ended", null);
        }
    }
}
