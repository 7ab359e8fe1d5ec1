package io.producerbench.benchmarks;

import io.producerbench.latency.Heartbeat;
import io.producerbench.latency.JvmUsage;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.latency.MeasuredWindow.BrokerCount;
import io.producerbench.latency.ThreadUsage;
import java.util.List;
import java.util.function.LongSupplier;

/** The client's counters at one edge of a measured window. */
record Edge(long nanos, long sent, long succeeded, long requests, ThreadUsage usage, JvmUsage jvm) {
    /** @param compileNanos gives {@link JvmUsage#ownCompileNanos} */
    static Edge at(long nanos, List<RecordedProducer> producers, Heartbeat heartbeat, LongSupplier compileNanos) {
        return new Edge(
                nanos,
                producers.stream()
                        .mapToLong(producer -> producer.paced().sent())
                        .sum(),
                producers.stream()
                        .mapToLong(producer -> producer.paced().succeeded())
                        .sum(),
                ProducerMetrics.requests(producers),
                ThreadUsage.now(),
                JvmUsage.now(heartbeat, compileNanos));
    }

    /** @param due records whose due time lay between the edges; 0 in closed loop */
    MeasuredWindow since(Edge start, long due, BrokerCount brokers) {
        return new MeasuredWindow(
                start.nanos,
                nanos,
                start.sent,
                sent - start.sent,
                due,
                succeeded - start.succeeded,
                usage.cpuNanosSince(start.usage),
                usage.busiestNanosSince(start.usage),
                usage.allocatedBytesSince(start.usage),
                usage.gcMillis() - start.usage.gcMillis(),
                requests - start.requests,
                jvm.since(start.jvm),
                brokers);
    }
}
