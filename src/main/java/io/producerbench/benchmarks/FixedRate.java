package io.producerbench.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Open loop: how long a record takes, counted from when it was due.
 *
 * <p>One invocation waits until the next record is due and sends it; a late one goes at once. A stall therefore shows in
 * every record that was due during it, not in the one that happened to be sent (coordinated omission). JMH's score is the
 * rate that was achieved and should be the rate that was asked for; the result is in the histograms.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class FixedRate {
    @Benchmark
    public void send(ProducerState state, ThreadParams thread) {
        state.sendWhenDue(thread.getThreadIndex());
    }
}
