package io.producerbench.calibration.baseline;

import io.producerbench.latency.ThreadUsage;
import io.producerbench.load.ForkConfig;
import io.producerbench.load.LogEnd;
import io.producerbench.load.Payloads;
import io.producerbench.load.ProducerFactory;
import io.producerbench.load.TimedLogEnd;
import io.producerbench.scenario.Scenario;
import io.producerbench.scenario.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The least a program can do: {@code send(record, null)} and {@code flush()}; no clock is read and nothing is counted for a
 * record. Same class path, settings and payloads as the benchmarks, and so what their overhead is held against. A process of
 * its own, because a JVM that ran both would compile the producer for both.
 */
public final class BareLoop {
    /** As many as an invocation of our own benchmark sends between two looks at the clock. */
    private static final int RECORDS = 64;

    private static final String THREAD = "bare-loop";

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final Payloads payloads;
    private final LogEnd logEnd;
    private long sent;

    private BareLoop(Producer<byte[], byte[]> producer, ForkConfig handover, Workload workload) {
        this.producer = producer;
        this.topic = handover.topic();
        this.payloads = Payloads.of(workload, handover.seed());
        this.logEnd = LogEnd.replicated(handover.bootstrapServers(), topic, workload.partitions());
    }

    /** @param arguments where the order is, and where the result is to be written */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Thread.currentThread().setName(THREAD);
        BareLoopConfig order = BareLoopConfig.read(Path.of(arguments[0]));
        Scenario scenario = order.scenario();
        try (Producer<byte[], byte[]> producer = new ProducerFactory(scenario, order.handover()).producer(0)) {
            BareLoop loop = new BareLoop(producer, order.handover(), scenario.workload());
            loop.measure(order).write(Path.of(arguments[1]));
            loop.logEnd.close();
        }
    }

    private BareLoopResult measure(BareLoopConfig order) {
        sendUntil(System.nanoTime() + order.warmUpNanos());
        TimedLogEnd startReading = read();
        long start = System.nanoTime();
        long sentBefore = sent;
        ThreadUsage before = ThreadUsage.now(THREAD);
        sendUntil(start + order.measuredNanos());
        ThreadUsage after = ThreadUsage.now(THREAD);
        long inWindow = sent - sentBefore;
        TimedLogEnd endReading = read();
        producer.flush();
        return new BareLoopResult(
                inWindow,
                after.cpuNanosSince(before),
                after.allocatedBytesSince(before),
                endReading.records() - startReading.records(),
                endReading.nanos() - startReading.nanos(),
                sent,
                logEnd.sum().join(),
                recordsPerRequest());
    }

    private double recordsPerRequest() {
        return producer.metrics().values().stream()
                .filter(metric -> metric.metricName().group().equals("producer-metrics")
                        && metric.metricName().name().equals("records-per-request-avg"))
                .mapToDouble(metric -> ((Number) metric.metricValue()).doubleValue())
                .findFirst()
                .orElse(Double.NaN);
    }

    private void sendUntil(long nanos) {
        while (System.nanoTime() - nanos < 0) {
            send();
        }
    }

    private TimedLogEnd read() {
        CompletableFuture<TimedLogEnd> answer = logEnd.read();
        while (!answer.isDone()) {
            send();
        }
        return answer.join();
    }

    private void send() {
        for (int i = 0; i < RECORDS; i++) {
            producer.send(new ProducerRecord<>(topic, payloads.key(sent), payloads.value(sent)), null);
            sent++;
        }
    }
}
