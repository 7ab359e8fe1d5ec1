package io.producerbench.calibration.baseline;

import io.producerbench.latency.ThreadUsage;
import io.producerbench.load.ForkConfig;
import io.producerbench.load.LogEnd;
import io.producerbench.load.LogEnd.TimedLogEnd;
import io.producerbench.load.Payloads;
import io.producerbench.load.ProducerFactory;
import io.producerbench.scenario.Scenario;
import io.producerbench.scenario.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The least that a program can do: {@code send(record, null)} and {@code flush()}. For a record it
 * reads no clock and counts nothing. It has the class path, settings and payloads of the
 * benchmarks, so that their overhead can be compared with it. It is a process of its own, because a
 * JVM that ran both programs would compile the producer for both.
 */
public final class BareLoop {
    /**
     * The number of records between two readings of the clock; the same as in our own benchmark.
     */
    private static final int RECORDS = 64;

    private static final String THREAD = "bare-loop";

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final Payloads payloads;
    private final LogEnd logEnd;
    private long sent;

    private BareLoop(Producer<byte[], byte[]> producer, ForkConfig fork, Workload workload) {
        this.producer = producer;
        this.topic = fork.topic();
        this.payloads = Payloads.of(workload, fork.seed());
        this.logEnd = LogEnd.replicated(fork.bootstrapServers(), topic, workload.partitions());
    }

    /** @param arguments the file of the configuration, and the file for the result */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Thread.currentThread().setName(THREAD);
        BareLoopConfig config = BareLoopConfig.read(Path.of(arguments[0]));
        Scenario scenario = config.scenario();
        try (Producer<byte[], byte[]> producer = new ProducerFactory(scenario, config.fork()).producer(0)) {
            BareLoop loop = new BareLoop(producer, config.fork(), scenario.workload());
            loop.measure(config).write(Path.of(arguments[1]));
            loop.logEnd.close();
        }
    }

    private BareLoopResult measure(BareLoopConfig config) {
        sendUntil(System.nanoTime() + config.warmUpNanos());
        TimedLogEnd startReading = read();
        long start = System.nanoTime();
        long sentBefore = sent;
        double requestsBefore = requests();
        ThreadUsage before = ThreadUsage.now(THREAD);
        sendUntil(start + config.measuredNanos());
        ThreadUsage after = ThreadUsage.now(THREAD);
        long inWindow = sent - sentBefore;
        double inRequests = requests() - requestsBefore;
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
                inWindow / inRequests);
    }

    private double requests() {
        return producer.metrics().values().stream()
                .filter(metric -> metric.metricName().group().equals("producer-metrics")
                        && metric.metricName().name().equals("request-total"))
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
