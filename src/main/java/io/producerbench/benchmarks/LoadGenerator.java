package io.producerbench.benchmarks;

import io.producerbench.latency.Heartbeat;
import io.producerbench.latency.IntervalCollector;
import io.producerbench.latency.JvmUsage;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.load.CommonWindow;
import io.producerbench.load.ForkConfig;
import io.producerbench.load.LoadShare;
import io.producerbench.load.LogEnd;
import io.producerbench.load.StartGate;
import io.producerbench.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/**
 * Drives the producers of one fork: into a window, through it, and out of it.
 *
 * <p>Records flow before the window opens and after it closes, so that the load is steady at both
 * edges and during the readings of the log end beside them.
 */
final class LoadGenerator implements AutoCloseable {
    /** Long enough for a few batches to come back, so that the window opens in the steady state. */
    private static final long LEAD_IN_NANOS = 200_000_000;

    private static final Duration LEAST_OPEN_LOOP = Duration.ofSeconds(1);

    private static final long LONGEST_FILLING_NANOS = 2_000_000_000;

    /**
     * How long an edge is put off until a stall is made up for. A load that cannot keep up never
     * makes up for it.
     */
    private static final long LONGEST_SETTLING_NANOS = 1_000_000_000;

    /** By what share the acknowledged records may differ from the due ones at the window's end. */
    private static final double SETTLED_SHARE = 0.005;

    /** Twice the share by which a sample may miss its rate. */
    private static final double MISSED_SHARE = 0.02;

    private static final double MOST_MISSED_SHARE = 0.5;

    private final Scenario scenario;
    private final RecordFlow flow;
    private final LogEndQuestions logEnd;
    private final Heartbeat heartbeat = Heartbeat.start();
    private final int windows;
    private final LoadShare share;
    private OptionalLong commonStart = OptionalLong.empty();
    private Optional<CommonWindow> window = Optional.empty();
    private int commonWindows;
    private Optional<IntervalCollector> collector = Optional.empty();
    private Edge start;
    private LogEndReading startReading;

    /**
     * @param windows how many windows the sample has
     * @param watch watches the consumers of the records; empty in a sample without consumers
     */
    LoadGenerator(Scenario scenario, ForkConfig forkConfig, int windows, Optional<VisibilityWatch> watch) {
        this.scenario = scenario;
        this.windows = windows;
        this.share = forkConfig.share();
        LogEnd brokers = LogEnd.confirming(scenario, forkConfig);
        List<RecordedProducer> producers = new ArrayList<>();
        for (int i = 0; i < scenario.workload().producers(); i++) {
            int number = i;
            producers.add(RecordedProducer.start(scenario, forkConfig, i, watch.map(of -> of.sent(number))));
        }
        this.flow = new RecordFlow(scenario, producers, share.hosts());
        this.logEnd = new LogEndQuestions(
                brokers,
                flow,
                () -> ClientCount.of(
                        producers, watch.map(VisibilityWatch::otherOffsets).orElse(0L)),
                share.hosts() == 1);
    }

    RecordFlow flow() {
        return flow;
    }

    /**
     * Sends at due times, without a window, until the client's code is compiled. Does nothing in
     * closed loop, because JMH's own warm-up runs at full speed there.
     *
     * @param longest how long it may take; a second if this is less, because at a thousand records a
     *     second the code would still be interpreted when the window opens
     */
    void preheat(Duration longest) {
        if (flow.isOpenLoop()) {
            new Preheat(flow.producers(), flow.depth(), JvmUsage::ownCompileNanos)
                    .run(longest.compareTo(LEAST_OPEN_LOOP) < 0 ? LEAST_OPEN_LOOP : longest);
        }
    }

    /**
     * Sends in closed loop, without a window, until the client is compiled. Does nothing in open loop,
     * where the compilers have time enough between two records.
     *
     * @param longest how long it may take
     */
    void warm(Duration longest) {
        if (!flow.isOpenLoop()) {
            new FullSpeed(flow.producers(), producer -> flow.send(producer, MaxRate.RECORDS), JvmUsage::ownCompileNanos)
                    .run(longest);
        }
    }

    /**
     * Waits for the moment at which all load hosts begin the next window, if there are several. From
     * the first on they follow one schedule.
     *
     * @param iteration how long JMH measures
     */
    void awaitCommonStart(Duration iteration) {
        share.gate().ifPresent(gate -> {
            if (commonStart.isEmpty()) {
                commonStart = OptionalLong.of(new StartGate(gate).await());
                flow.shareScheduleFrom(commonStart.getAsLong());
            }
            CommonWindow next = CommonWindow.of(
                    commonStart.getAsLong(),
                    iteration.toNanos(),
                    commonWindows++,
                    CommonWindow.fillingNanos(scenario, share.hosts()));
            next.awaitBegin();
            window = Optional.of(next);
        });
    }

    /**
     * Sends until the load is steady, reads the log end, and opens the window. Records keep
     * flowing.
     */
    void openWindow() {
        flow.adopt();
        long leadInEnd = System.nanoTime() + LEAD_IN_NANOS;
        flow.skipOverdue();
        window.ifPresent(fixed -> fixed.requireBegun(System.nanoTime()));
        flow.sendUntil(() -> isPast(leadInEnd) && isSteady(leadInEnd));
        if (!flow.isOpenLoop()) {
            // A producer that is slower than its brokers fills the pipeline only now and then. A window
            // that opened at such a moment would count what was sent before it.
            long typical = System.nanoTime() + LEAD_IN_NANOS;
            flow.sendUntil(() -> isPast(typical));
        }
        window.ifPresent(fixed -> flow.sendUntil(() -> isPast(fixed.reads())));
        startReading = readLogEnd(CommonWindow::opens);
        long compiled = JvmUsage.ownCompileNanos();
        long settleBy = System.nanoTime() + LONGEST_SETTLING_NANOS;
        flow.sendUntil(() -> window.map(fixed -> isPast(fixed.opens()))
                .orElseGet(() -> !flow.isOpenLoop() || flow.isOnSchedule() || isPast(settleBy)));
        long opens = flow.isOpenLoop() ? flow.firstDue() : System.nanoTime();
        List<RecordedProducer> producers = flow.producers();
        producers.forEach(producer -> producer.recorder().startWindow(opens));
        collector = Optional.of(IntervalCollector.start(
                producers.stream().map(RecordedProducer::recorder).toList()));
        start = Edge.at(opens, producers, heartbeat, () -> compiled);
    }

    /** True if pipelines are full, or after a while, because brokers can be faster than a producer fills them. */
    private boolean isSteady(long leadInEnd) {
        return flow.isFull()
                || isPast(leadInEnd + LONGEST_FILLING_NANOS)
                || window.filter(fixed -> isPast(fixed.reads())).isPresent();
    }

    /** @param askUntil after which other load hosts wait for this one, if there are several */
    private LogEndReading readLogEnd(ToLongFunction<CommonWindow> askUntil) {
        return logEnd.read(() ->
                window.filter(fixed -> isPast(askUntil.applyAsLong(fixed))).isPresent());
    }

    private static boolean isPast(long nanos) {
        return System.nanoTime() - nanos >= 0;
    }

    /**
     * Closes the window, drains the producers, and returns the counts between the edges. The window
     * of several hosts closes at a fixed moment, and all of them send until all have read the log
     * end. In open loop the window closes at a moment when nothing is overdue, if there is one soon.
     * A short stall on the edge then does not make the rate look missed, but a lasting one does.
     */
    MeasuredWindow closeWindow() {
        flow.adopt();
        window.ifPresent(fixed -> flow.sendUntil(() -> isPast(fixed.closes())));
        long settleBy = window.map(fixed -> fixed.closes() + CommonWindow.LONGEST_SETTLING_NANOS)
                .orElseGet(() -> System.nanoTime() + LONGEST_SETTLING_NANOS);
        flow.sendUntil(() -> !flow.isOpenLoop() || isSettled() || isPast(settleBy));
        Edge end = Edge.at(System.nanoTime(), flow.producers(), heartbeat, JvmUsage::ownCompileNanos);
        flow.producers().forEach(producer -> producer.recorder().endWindow(end.nanos()));
        LogEndReading endReading = readLogEnd(CommonWindow::asksUntil);
        window.ifPresent(fixed -> fixed.requireDone(System.nanoTime()));
        window.ifPresent(this::sendWithOthers);
        long due = flow.due(start.nanos(), end.nanos());
        if (flow.isOpenLoop() && !isMissed(due - (end.sent() - start.sent()), due)) {
            flow.sendAllDueBy(end.nanos());
        }
        flow.drain();
        collector.ifPresent(IntervalCollector::close);
        return end.since(start, due, endReading.since(startReading));
    }

    private void sendWithOthers(CommonWindow fixed) {
        flow.sendUntil(() -> isPast(fixed.rests()));
        if (flow.isTransactional()) {
            flow.fillTransactions();
        }
    }

    /**
     * True if so many records are left unsent that the rate of the whole sample is missed, or half
     * of the window's records. They are dropped then, because a rate that cannot be reached would
     * leave minutes of them. The counts of sent and due records still show what was missed.
     *
     * @param rest due records that are not sent
     */
    private boolean isMissed(long rest, long due) {
        return rest > Math.min(MISSED_SHARE * windows, MOST_MISSED_SHARE) * due + MaxRate.RECORDS;
    }

    private boolean isSettled() {
        long due = flow.due(start.nanos(), System.nanoTime());
        long succeeded = flow.succeeded() - start.succeeded();
        return flow.isOnSchedule() && Math.abs(due - succeeded) <= SETTLED_SHARE * due;
    }

    @Override
    public void close() {
        collector.ifPresent(IntervalCollector::close);
        flow.producers().forEach(RecordedProducer::close);
        logEnd.close();
        heartbeat.close();
    }
}
