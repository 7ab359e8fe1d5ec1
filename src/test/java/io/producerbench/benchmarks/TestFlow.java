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
import org.HdrHistogram.Histogram;

/** A flow of one line, driven as JMH drives it. */
final class TestFlow implements AutoCloseable {
    /** More than the client can send, so that all it does is done at full speed. */
    private static final String REHEARSED_RATE = "50000";

    private static final Duration REHEARSAL = Duration.ofMillis(1_500);

    private final LoadGenerator flow;
    private final RecordedProducer line;

    TestFlow(Scenario scenario, String bootstrapServers, String topic) {
        flow = new LoadGenerator(scenario, new ForkConfig(bootstrapServers, topic, 1));
        line = flow.lines().get(0);
    }

    /** Has the code compiled that a window runs: what interpreted code takes is not what these tests are about. */
    static void rehearse(Scenario scenario, String bootstrapServers) {
        try (TestFlow flow = new TestFlow(scenario.with(Axis.RATE, REHEARSED_RATE), bootstrapServers, "rehearsal")) {
            flow.openWindow();
            flow.sendFor(REHEARSAL);
            flow.closeWindow();
        }
    }

    RecordedProducer line() {
        return line;
    }

    void openWindow() {
        flow.openWindow();
    }

    void sendFor(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() - end < 0) {
            line.sendWhenDue();
        }
    }

    void send(int records) {
        for (int i = 0; i < records; i++) {
            line.sendWhenDue();
        }
    }

    MeasuredWindow closeWindow() {
        return flow.closeWindow();
    }

    Map<Latency, Histogram> histograms() {
        Map<Latency, Histogram> histograms = new EnumMap<>(Latency.class);
        LatencyResult.drained(flow.lines().stream().map(RecordedProducer::recorder))
                .forEach(result -> histograms.put(result.latency(), result.histogram()));
        return histograms;
    }

    @Override
    public void close() {
        flow.close();
    }
}
