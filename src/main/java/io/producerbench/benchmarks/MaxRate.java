package io.producerbench.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Closed loop: measures how many records per second the cluster acknowledges when the producer
 * waits for nothing else.
 *
 * <p>One invocation sends {@value #RECORDS} records and returns when no more than W are
 * outstanding. W is several times the capacity of the pipeline. JMH counts invocations, and so
 * records <em>sent</em>. That count differs from the acknowledged records by the change of the
 * outstanding ones between the window's edges. Where the brokers are slower than the producer, the
 * pipeline holds about W at both edges, because the set-up of each iteration fills it and every
 * invocation ends at W or just below. Where the producer is slower, the pipeline holds anything
 * up to W, so that the two counts differ by at most W: 4 % at 150,000 records/s of 100 bytes and
 * three seconds. If the pipeline were always empty at the start, the difference would be a bias.
 * With transactions every commit empties the pipeline, so the change is at most one transaction:
 * 3.3 % at 10,000 records/s. Each row holds the score beside the client's own acknowledged count
 * and the growth of the brokers' log over the same window.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class MaxRate {
    /**
     * Records that an invocation sends. They take little time compared with an iteration, and much
     * compared with JMH's loop.
     */
    public static final int RECORDS = 64;

    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public void send(ProducerState state, ThreadParams thread) {
        state.sendUnpaced(thread.getThreadIndex(), RECORDS);
    }
}
