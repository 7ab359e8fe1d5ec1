package io.producerbench.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Closed loop: how many records per second the cluster acknowledges when the producer never waits for anything else.
 *
 * <p>One invocation sends {@value #RECORDS} records and returns when no more than W are outstanding, W being several times
 * what the pipeline holds. JMH counts invocations, so what it really counts is records <em>sent</em>; that equals records
 * acknowledged but for the change of what is outstanding between the window's edges. The set-up of each iteration fills
 * the pipeline to W before the window opens and every invocation ends at W or just below, so the change is at most a few
 * batches, beside rate × time: at 50,000 records/s of 100 bytes and three seconds one batch is 0.1 %. Were the pipeline
 * empty at the start, the bias would be W / (rate × time), +31 % in the same example. With transactions every commit
 * empties the pipeline, so the change is at most one transaction: 3.3 % at 10,000 records/s. Each row holds the score
 * beside the client's own acknowledged count and the growth of the brokers' log over the same window.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class MaxRate {
    /** Records an invocation sends: short beside an iteration, long beside JMH's own loop. */
    public static final int RECORDS = 64;

    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public void send(ProducerState state, ThreadParams thread) {
        state.sendUnpaced(thread.getThreadIndex(), RECORDS);
    }
}
