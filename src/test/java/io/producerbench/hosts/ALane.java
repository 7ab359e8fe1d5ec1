package io.producerbench.hosts;

import io.producerbench.hosts.LaneResult.HostClock;
import io.producerbench.latency.ClientMetrics;
import io.producerbench.latency.CompressedHistograms;
import io.producerbench.latency.IterationCounts;
import io.producerbench.latency.JvmUsage;
import io.producerbench.latency.Latency;
import io.producerbench.latency.LatencyRecorder;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.latency.MeasuredWindow.BrokerCount;
import io.producerbench.latency.Totals;
import io.producerbench.load.StartGate;
import io.producerbench.results.sample.MachineLoad;
import io.producerbench.results.sample.Standstill;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.HdrHistogram.Histogram;

/** What a lane says it has measured in one window of a second, at a fixed rate. */
final class ALane {
    private static final long SECOND = 1_000_000_000L;

    private ALane() {}

    /** @param seed of the latencies */
    static LaneResult result(long due, long sent, long seed) {
        long now = System.nanoTime();
        MeasuredWindow window = new MeasuredWindow(
                now,
                now + SECOND,
                0,
                sent,
                due,
                sent,
                50,
                40,
                1_000,
                3,
                11,
                JvmUsage.NONE,
                new BrokerCount(sent, sent, SECOND, 0));
        IterationCounts counts = new IterationCounts(
                Instant.now(),
                List.of(window),
                new Totals(sent, sent, Map.of(), Map.of(), 0, 0, 0, 0, 0, 0),
                new ClientMetrics(1_000, 0, 0, 0, 0));
        return new LaneResult(
                counts,
                CompressedHistograms.of(
                        Map.of(Latency.ACK, latencies(sent, seed), Latency.SEND_LAG, latencies(sent, seed))),
                sent,
                1_000,
                new HostClock(StartGate.epochNanos(), System.nanoTime()),
                machine(0.01),
                "lane.hlog");
    }

    /** Returns a machine of which other processes used this share, and nothing else disturbed it. */
    static MachineLoad machine(double others) {
        return machine(OptionalDouble.of(others), OptionalDouble.of(0), 2_000_000);
    }

    /** @param stoodStillNanos the longest time in which the machine stood still */
    static MachineLoad machine(OptionalDouble others, OptionalDouble steal, long stoodStillNanos) {
        OptionalDouble unknown = OptionalDouble.empty();
        return new MachineLoad(
                OptionalDouble.of(0.5),
                others,
                steal,
                unknown,
                unknown,
                unknown,
                new Standstill("the machine", stoodStillNanos));
    }

    /** Returns a histogram of so many latencies. */
    static Histogram latencies(long count, long seed) {
        Histogram histogram = new Histogram(LatencyRecorder.HIGHEST_NANOS, 3);
        new Random(seed).longs(count, 1_000, 10_000_000).forEach(histogram::recordValue);
        return histogram;
    }
}
