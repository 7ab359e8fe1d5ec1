package io.producerbench.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Open loop: measures how long it takes from a record's due time until consumers see it.
 *
 * <p>It sends as {@link FixedRate} does, and two consumers in the same process read what it sends.
 * All times are of one clock. The consumers take CPU time, so acknowledgements are a little later
 * than at {@link FixedRate}, whose rows are those to cite for them.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class Visible {
    @Benchmark
    public void send(ReadProducerState state, ThreadParams thread) {
        state.sendWhenDue(thread.getThreadIndex());
    }
}
