package io.producerbench.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Open loop: measures how long a record takes from its due time.
 *
 * <p>One invocation waits until the next record is due and sends it. A late record is sent at once.
 * A stall therefore shows in every record that was due during it, and not only in the one that was
 * being sent (coordinated omission). JMH's score is the achieved rate, which should be the target
 * rate. The result is in the histograms.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class FixedRate {
    @Benchmark
    public void send(ProducerState state, ThreadParams thread) {
        state.sendWhenDue(thread.getThreadIndex());
    }
}
