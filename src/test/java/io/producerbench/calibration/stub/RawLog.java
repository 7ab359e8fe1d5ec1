package io.producerbench.calibration.stub;

import io.producerbench.latency.Latency;
import io.producerbench.latency.LatencyRecorder;
import io.producerbench.latency.LatencyResult;
import io.producerbench.load.LatencySink;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * Takes down what a lane says of every acknowledged record, and hands it on to a recorder. Read
 * when the lane is drained.
 */
final class RawLog implements LatencySink {
    /** The times of one record, of {@link System#nanoTime}. */
    record Acknowledged(long dueNanos, long sentNanos, long nowNanos) {}

    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private final LatencyRecorder recorder = new LatencyRecorder();

    /** @param firstDueNanos when the first record is due */
    RawLog(long firstDueNanos) {
        recorder.startWindow(firstDueNanos);
    }

    List<Acknowledged> acknowledged() {
        return acknowledged;
    }

    /** What the recorder made of it. To be called once. */
    Histogram histogram() {
        return LatencyResult.drained(Stream.of(recorder)).stream()
                .filter(result -> result.latency() == Latency.ACK)
                .map(LatencyResult::histogram)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void acknowledged(long sequence, long dueNanos, long sentNanos, long nowNanos) {
        acknowledged.add(new Acknowledged(dueNanos, sentNanos, nowNanos));
        recorder.acknowledgedFromDue(dueNanos, sentNanos, nowNanos);
    }

    @Override
    public void sent(long sequence, long dueNanos, long sentNanos, long blockedNanos) {}

    @Override
    public void commit(long startNanos, long nanos) {}

    @Override
    public void committed(long dueNanos, long nowNanos) {}
}
