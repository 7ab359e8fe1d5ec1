package io.producerbench.benchmarks;

import io.producerbench.latency.CountsResult;
import io.producerbench.latency.IterationCounts;
import io.producerbench.latency.IterationProfiler;
import io.producerbench.latency.Latency;
import io.producerbench.latency.LatencyResult;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.latency.Totals;
import io.producerbench.latency.VisibilityResult;
import io.producerbench.load.ForkConfig;
import io.producerbench.load.Turns;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;

/**
 * The JMH state of a fork: its parameters, and the set-up and tear-down of iterations. JMH times
 * neither the lead-in before its loop nor anything after the loop.
 *
 * <p>The {@code @Param} defaults repeat those of {@link Axis}, because JMH lists them
 * ({@code -lp}). A test checks that the two are equal.
 */
@State(Scope.Benchmark)
public class ProducerState {
    private static final Set<String> ACKNOWLEDGED = Set.of(Latency.ACK.label(), Latency.SERVICE.label());

    @Param({"0", "1", "all"})
    public String acks;

    @Param({"false", "true"})
    public String enableIdempotence;

    @Param({"false", "true"})
    public String transactional;

    @Param({"1", "2", "3"})
    public String minInsyncReplicas;

    @Param({"100", "1024"})
    public String recordSize;

    @Param("6")
    public String partitions;

    @Param("1")
    public String producers;

    @Param("5")
    public String lingerMs;

    @Param("16384")
    public String batchSize;

    @Param("5")
    public String maxInFlight;

    @Param("33554432")
    public String bufferMemory;

    @Param("none")
    public String compression;

    @Param("1000")
    public String recordsPerTransaction;

    @Param("0")
    public String transactionMs;

    @Param("0")
    public String abortRate;

    @Param("0")
    public String openTransactionMs;

    @Param("2000")
    public String rate;

    @Param("none")
    public String keys;

    @Param("16")
    public String latencySampling;

    @Param("0")
    public String brokersDown;

    private Scenario scenario;
    private LoadGenerator generator;
    private Turns turns;
    private Duration longestWarming;
    private boolean warm;
    private double throttledBefore;
    private Duration longestWindow = Duration.ofSeconds(3);
    private Optional<VisibilityWatch> watch = Optional.empty();

    /** A method of its own, because a test that starts the producers is no fork. */
    @Setup(Level.Trial)
    public void endWithParent() {
        Lifeline.hold();
    }

    @Setup(Level.Trial)
    public void startProducers(BenchmarkParams params) {
        IterationParams warmUp = params.getWarmup();
        Duration iteration = duration(warmUp);
        longestWindow = Collections.max(List.of(iteration, duration(params.getMeasurement())));
        startProducers(params.getMeasurement().getCount(), iteration.multipliedBy(warmUp.getCount()));
    }

    private static Duration duration(IterationParams iterations) {
        return Duration.ofNanos(iterations.getTime().convertTo(TimeUnit.NANOSECONDS));
    }

    /** @param warmUp how long JMH will warm up; the client's code is compiled for a while beside it */
    void startProducers(int windows, Duration warmUp) {
        longestWarming = warmUp;
        scenario = scenario();
        ForkConfig forkConfig = ForkConfig.received();
        watch = scenario.isRead()
                ? Optional.of(VisibilityWatch.start(scenario, forkConfig, longestWindow))
                : Optional.empty();
        generator = new LoadGenerator(scenario, forkConfig, windows, watch);
        generator.preheat(warmUp);
        turns = Turns.joined();
    }

    /** Returns what the parameters describe. */
    Scenario scenario() {
        return Scenario.of(values());
    }

    private Map<Axis, String> values() {
        Map<Axis, String> values = new EnumMap<>(Axis.class);
        values.put(Axis.ACKS, acks);
        values.put(Axis.ENABLE_IDEMPOTENCE, enableIdempotence);
        values.put(Axis.TRANSACTIONAL, transactional);
        values.put(Axis.MIN_INSYNC_REPLICAS, minInsyncReplicas);
        values.put(Axis.RECORD_SIZE, recordSize);
        values.put(Axis.PARTITIONS, partitions);
        values.put(Axis.PRODUCERS, producers);
        values.put(Axis.LINGER_MS, lingerMs);
        values.put(Axis.BATCH_SIZE, batchSize);
        values.put(Axis.MAX_IN_FLIGHT, maxInFlight);
        values.put(Axis.BUFFER_MEMORY, bufferMemory);
        values.put(Axis.COMPRESSION, compression);
        values.put(Axis.RECORDS_PER_TRANSACTION, recordsPerTransaction);
        values.put(Axis.TRANSACTION_MS, transactionMs);
        values.put(Axis.ABORT_RATE, abortRate);
        values.put(Axis.OPEN_TRANSACTION_MS, openTransactionMs);
        values.put(Axis.RATE, rate);
        values.put(Axis.KEYS, keys);
        values.put(Axis.LATENCY_SAMPLING, latencySampling);
        values.put(Axis.BROKERS_DOWN, brokersDown);
        return values;
    }

    /** The warm-up is each load host's own, and what is measured begins together. */
    @Setup(Level.Iteration)
    public void openWindow(IterationParams iteration) {
        turns.await();
        if (iteration.getType() == IterationType.MEASUREMENT) {
            if (!warm) {
                generator.warm(longestWarming);
                warm = true;
            }
            generator.awaitCommonStart(Duration.ofNanos(iteration.getTime().convertTo(TimeUnit.NANOSECONDS)));
        }
        openWindow();
    }

    void openWindow() {
        throttledBefore = ProducerMetrics.throttleMillis(flow().producers());
        watch.ifPresent(of -> of.begin(flow().producers()));
        generator.openWindow();
    }

    RecordFlow flow() {
        return generator.flow();
    }

    /** One invocation in closed loop. */
    void sendUnpaced(int thread, int records) {
        flow().send(producer(thread), records);
    }

    /** One invocation in open loop: sends the next record when it is due. */
    void sendWhenDue(int thread) {
        producer(thread).sendWhenDue();
    }

    private RecordedProducer producer(int thread) {
        RecordedProducer producer = flow().producers().get(thread);
        producer.paced().adopt();
        return producer;
    }

    @TearDown(Level.Iteration)
    public void closeWindow() {
        IterationProfiler.put(results(generator.closeWindow()));
    }

    private List<Result<?>> results(MeasuredWindow window) {
        boolean confirmed = scenario.guarantee().acks().confirms();
        List<RecordedProducer> producers = flow().producers();
        List<Result<?>> results =
                new ArrayList<>(LatencyResult.drained(producers.stream().map(RecordedProducer::recorder)));
        // With acks=0 the callback tells when the bytes left. That is no acknowledgement, so it is
        // not reported as one.
        results.removeIf(result -> !confirmed && ACKNOWLEDGED.contains(result.getLabel()));
        // Before the totals, because it ends the other producer's transactions, which the totals count.
        watch.map(of -> of.end(window)).ifPresent(seen -> {
            results.addAll(seen.latencies());
            results.add(new VisibilityResult(seen.counts()));
        });
        Totals totals =
                producers.stream().map(RecordedProducer::totals).reduce(Totals.ofOthers(otherOffsets()), Totals::plus);
        results.add(new CountsResult(new IterationCounts(
                Instant.now().minusNanos(System.nanoTime() - window.startNanos()),
                List.of(window),
                totals,
                ProducerMetrics.read(producers, throttledBefore))));
        return results;
    }

    private long otherOffsets() {
        return watch.map(VisibilityWatch::otherOffsets).orElse(0L);
    }

    @TearDown(Level.Trial)
    public void closeProducers() {
        turns.await(); // the other fork may still measure, and closing producers costs CPU time
        turns.close();
        generator.close();
        watch.ifPresent(VisibilityWatch::close);
    }
}
