package io.producerbench.benchmarks;

import io.producerbench.load.Handover;
import io.producerbench.load.LogEnd;
import io.producerbench.load.PipelineDepth;
import io.producerbench.load.Schedule;
import io.producerbench.recording.CountsResult;
import io.producerbench.recording.IterationCounts;
import io.producerbench.recording.IterationOutbox;
import io.producerbench.recording.Latency;
import io.producerbench.recording.LatencyResult;
import io.producerbench.recording.Totals;
import io.producerbench.recording.Window;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Pacing.OpenLoop;
import io.producerbench.scenario.Scenario;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.results.Result;

/**
 * The producers of one fork, and the edges of what is measured.
 *
 * <p>Each iteration begins with a lead-in that JMH does not time: records flow until the pipeline is as full as it will be
 * and the brokers have answered where their log ends; then the window opens. It closes when JMH's loop ends; what is still
 * due by then is sent, and everything drained, before anything is read.
 *
 * <p>The {@code @Param} defaults repeat those of {@link Axis}, because JMH lists them ({@code -lp}); a test holds the two equal.
 */
@State(Scope.Benchmark)
public class ProducerState {
    /** Long enough for a few batches to come back, so that the window opens in the steady state. */
    private static final long LEAD_IN_NANOS = 200_000_000;

    private static final Set<String> ACKNOWLEDGED = Set.of(Latency.ACK.label(), Latency.SERVICE.label());

    private static final long LONGEST_FILLING_NANOS = 2_000_000_000;

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

    @Param("none")
    public String compression;

    @Param("1000")
    public String recordsPerTransaction;

    @Param("2000")
    public String rate;

    @Param("none")
    public String keys;

    private final List<Line> lines = new ArrayList<>();
    private Scenario scenario;
    private LogEnd logEnd;
    private int depth;
    private Edge start;
    private Reading startReading;

    @Setup(Level.Trial)
    public void startProducers() {
        Handover handover = Handover.received();
        scenario = Scenario.of(values());
        depth = PipelineDepth.of(scenario.workload());
        logEnd = new LogEnd(
                handover.bootstrapServers(),
                handover.topic(),
                scenario.workload().partitions());
        for (int i = 0; i < scenario.workload().producers(); i++) {
            lines.add(Line.start(scenario, handover, i));
        }
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
        values.put(Axis.COMPRESSION, compression);
        values.put(Axis.RECORDS_PER_TRANSACTION, recordsPerTransaction);
        values.put(Axis.RATE, rate);
        values.put(Axis.KEYS, keys);
        return values;
    }

    @Setup(Level.Iteration)
    public void openWindow() {
        lines.forEach(line -> line.lane().adopt());
        long leadInEnd = System.nanoTime() + LEAD_IN_NANOS;
        if (scenario.pacing() instanceof OpenLoop open) {
            Schedule schedule = new Schedule(System.nanoTime(), open.recordsPerSecond());
            lines.forEach(line -> line.follow(schedule));
        }
        sendUntil(() -> System.nanoTime() - leadInEnd >= 0 && isFull(leadInEnd));
        startReading = Reading.ask(logEnd, lines);
        sendUntil(startReading::isAnswered);
        long opens = scenario.pacing() instanceof OpenLoop ? nextDue() : System.nanoTime();
        lines.forEach(line -> line.recorder().startWindow(opens));
        start = Edge.at(opens, lines);
    }

    /** Goes on as the benchmark does, on all lines in turn, until {@code condition} holds. */
    private void sendUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (scenario.pacing() instanceof OpenLoop) {
                lines.forEach(Line::sendWhenDue);
            } else {
                lines.forEach(line -> send(line, MaxRate.RECORDS));
            }
        }
    }

    /**
     * Whether every pipeline holds what it will hold. Not asked in open loop, nor with transactions, whose commits empty it;
     * given up where the brokers are faster than the producer can fill.
     */
    private boolean isFull(long leadInEnd) {
        return scenario.pacing() instanceof OpenLoop
                || scenario.guarantee().transactional()
                || System.nanoTime() - leadInEnd >= LONGEST_FILLING_NANOS
                || lines.stream()
                        .map(Line::lane)
                        .allMatch(lane -> lane.sent() - lane.completed() >= depth - MaxRate.RECORDS);
    }

    private long nextDue() {
        return lines.stream().mapToLong(Line::nextDueNanos).min().orElseThrow();
    }

    /** One invocation in closed loop: sends {@code records} and returns with the pipeline as full as it may be. */
    void sendUnpaced(int thread, int records) {
        Line line = lines.get(thread);
        line.lane().adopt();
        send(line, records);
    }

    private void send(Line line, int records) {
        for (int i = 0; i < records; i++) {
            line.lane().sendNext();
        }
        line.lane().awaitOutstandingAtMost(depth);
    }

    /** One invocation in open loop: sends the next record when it is due. */
    void sendWhenDue(int thread) {
        Line line = lines.get(thread);
        line.lane().adopt();
        line.sendWhenDue();
    }

    /**
     * Records go on flowing until the brokers have answered and no transaction is half full, so that neither the readings nor
     * the last commit see a load that has stopped; what is due or sent after the window's end is not recorded.
     */
    @TearDown(Level.Iteration)
    public void closeWindow() {
        lines.forEach(line -> line.lane().adopt());
        Edge end = Edge.at(System.nanoTime(), lines);
        lines.forEach(line -> line.recorder().endWindow(end.nanos()));
        Reading endReading = Reading.ask(logEnd, lines);
        sendUntil(endReading::isAnswered);
        if (scenario.pacing() instanceof OpenLoop) {
            finish(end.nanos());
        }
        lines.forEach(line -> line.lane().drain());
        IterationOutbox.put(results(end.since(start, due(end), endReading.since(startReading))));
    }

    private long due(Edge end) {
        return scenario.pacing() instanceof OpenLoop open
                ? Math.round((end.nanos() - start.nanos()) * 1e-9 * open.recordsPerSecond())
                : 0;
    }

    /** Goes on until all that was due by {@code nanos} is sent, and in transactional mode committed as it would have been. */
    private void finish(long nanos) {
        List<Line> unfinished =
                lines.stream().filter(line -> line.isUnfinished(nanos)).toList();
        while (!unfinished.isEmpty()) {
            unfinished.forEach(Line::sendWhenDue);
            unfinished = lines.stream().filter(line -> line.isUnfinished(nanos)).toList();
        }
    }

    private List<Result<?>> results(Window window) {
        boolean confirmed = scenario.guarantee().acks().confirms();
        List<Result<?>> results =
                new ArrayList<>(LatencyResult.drained(lines.stream().map(Line::recorder)));
        // With acks=0 the callback tells when the bytes left, which is no acknowledgement and not reported as one.
        results.removeIf(result -> !confirmed && ACKNOWLEDGED.contains(result.getLabel()));
        Totals totals = lines.stream().map(ProducerState::totals).reduce(Totals.ZERO, Totals::plus);
        results.add(new CountsResult(new IterationCounts(List.of(window), totals, ProducerMetrics.read(lines))));
        return results;
    }

    private static Totals totals(Line line) {
        var lane = line.lane().totals();
        Map<String, Long> failures = new TreeMap<>();
        lane.failures().forEach((kind, count) -> failures.put(kind.name().toLowerCase(Locale.ROOT), count));
        return new Totals(
                lane.sent(),
                lane.succeeded(),
                failures,
                lane.transactions(),
                lane.abortedTransactions(),
                lane.controlRecords(),
                lane.callbackFaults(),
                lane.slotMisses(),
                line.recorder().outOfRange());
    }

    @TearDown(Level.Trial)
    public void closeProducers() {
        lines.forEach(Line::close);
        logEnd.close();
    }
}
