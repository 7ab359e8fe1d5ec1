package io.producerbench.benchmarks;

import io.producerbench.latency.Latency;
import io.producerbench.latency.LatencyResult;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.load.ForkConfig;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/** A load generator with one producer, driven as JMH drives it. */
final class TestLoadGenerator implements AutoCloseable {
    /** More than the client can send, so that all it does is done at full speed. */
    private static final String REHEARSED_RATE = "50000";

    private static final Duration REHEARSAL = Duration.ofMillis(1_500);

    private final LoadGenerator generator;
    private final RecordedProducer producer;

    TestLoadGenerator(Scenario scenario, String bootstrapServers, String topic) {
        generator = new LoadGenerator(scenario, new ForkConfig(bootstrapServers, topic, 1), 1, Optional.empty());
        producer = generator.flow().producers().get(0);
    }

    /**
     * Has the code compiled that a window runs: what interpreted code takes is not what these tests
     * are about.
     */
    static void rehearse(Scenario scenario, String bootstrapServers) {
        try (TestLoadGenerator generator =
                new TestLoadGenerator(scenario.with(Axis.RATE, REHEARSED_RATE), bootstrapServers, "rehearsal")) {
            generator.openWindow();
            generator.sendFor(REHEARSAL);
            generator.closeWindow();
        }
    }

    RecordedProducer producer() {
        return producer;
    }

    void openWindow() {
        generator.openWindow();
    }

    void sendFor(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() - end < 0) {
            producer.sendWhenDue();
        }
    }

    void send(int records) {
        for (int i = 0; i < records; i++) {
            producer.sendWhenDue();
        }
    }

    MeasuredWindow closeWindow() {
        return generator.closeWindow();
    }

    Map<Latency, Histogram> histograms() {
        Map<Latency, Histogram> histograms = new EnumMap<>(Latency.class);
        LatencyResult.drained(generator.flow().producers().stream().map(RecordedProducer::recorder))
                .forEach(result -> histograms.put(result.latency(), result.histogram()));
        return histograms;
    }

    @Override
    public void close() {
        generator.close();
    }
}
