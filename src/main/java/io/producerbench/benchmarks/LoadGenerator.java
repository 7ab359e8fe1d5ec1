package io.producerbench.benchmarks;

import io.producerbench.latency.Heartbeat;
import io.producerbench.latency.IntervalCollector;
import io.producerbench.latency.JvmUsage;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.load.CommonWindow;
import io.producerbench.load.ForkConfig;
import io.producerbench.load.LoadShare;
import io.producerbench.load.LogEnd;
import io.producerbench.load.Schedule;
import io.producerbench.load.StartGate;
import io.producerbench.scenario.Pacing.OpenLoop;
import io.producerbench.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import org.openjdk.jmh.annotations.CompilerControl;

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

    private static final int MOST_QUESTIONS = 5;

    /** Twice the share by which a sample may miss its rate. */
    private static final double MISSED_SHARE = 0.02;

    private static final double MOST_MISSED_SHARE = 0.5;

    private final List<RecordedProducer> producers = new ArrayList<>();
    private final Scenario scenario;
    private final Optional<Integer> rate;
    private final Optional<VisibilityWatch> watch;
    private final LogEnd logEnd;
    private final Heartbeat heartbeat = Heartbeat.start();
    private final int depth;
    private final int windows;
    private final LoadShare share;
    private Optional<Schedule> common = Optional.empty();
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
        this.watch = watch;
        this.rate =
                scenario.pacing() instanceof OpenLoop open ? Optional.of(open.recordsPerSecond()) : Optional.empty();
        this.depth = scenario.workload().pipelineDepth();
        this.logEnd = LogEnd.confirming(scenario, forkConfig);
        for (int i = 0; i < scenario.workload().producers(); i++) {
            int number = i;
            producers.add(RecordedProducer.start(scenario, forkConfig, i, watch.map(of -> of.sent(number))));
        }
    }

    List<RecordedProducer> producers() {
        return producers;
    }

    /**
     * Sends at due times, without a window, until the client's code is compiled. Does nothing in
     * closed loop, because JMH's own warm-up runs at full speed there.
     *
     * @param longest how long it may take; a second if this is less, because at a thousand records a
     *     second the code would still be interpreted when the window opens
     */
    void preheat(Duration longest) {
        if (rate.isPresent()) {
            new Preheat(producers, depth, JvmUsage::ownCompileNanos)
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
        if (rate.isEmpty()) {
            new FullSpeed(producers, producer -> send(producer, MaxRate.RECORDS), JvmUsage::ownCompileNanos)
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
            if (common.isEmpty()) {
                common = Optional.of(new Schedule(new StartGate(gate).await(), rate.orElse(1)));
            }
            CommonWindow next = CommonWindow.of(
                    common.get().startNanos(),
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
        producers.forEach(producer -> producer.paced().adopt());
        long leadInEnd = System.nanoTime() + LEAD_IN_NANOS;
        rate.ifPresent(this::followFromNow);
        window.ifPresent(fixed -> fixed.requireBegun(System.nanoTime()));
        sendUntil(() -> isPast(leadInEnd) && isFull(leadInEnd));
        if (rate.isEmpty()) {
            // A producer that is slower than its brokers fills the pipeline only now and then. A window
            // that opened at such a moment would count what was sent before it.
            long typical = System.nanoTime() + LEAD_IN_NANOS;
            sendUntil(() -> isPast(typical));
        }
        window.ifPresent(fixed -> sendUntil(() -> isPast(fixed.reads())));
        startReading = read(CommonWindow::opens);
        long compiled = JvmUsage.ownCompileNanos();
        long settleBy = System.nanoTime() + LONGEST_SETTLING_NANOS;
        sendUntil(() -> window.map(fixed -> isPast(fixed.opens()))
                .orElseGet(() -> rate.isEmpty() || isOnSchedule() || isPast(settleBy)));
        long opens = rate.isPresent() ? firstDue() : System.nanoTime();
        producers.forEach(producer -> producer.recorder().startWindow(opens));
        collector = Optional.of(IntervalCollector.start(
                producers.stream().map(RecordedProducer::recorder).toList()));
        start = Edge.at(opens, producers, heartbeat, () -> compiled);
    }

    /**
     * Reads the brokers' log end. With transactions it reads between two of them, when nothing is
     * in flight, so the reading is exact. Otherwise records flow meanwhile, and a reading that took
     * long says little about a short window. It is repeated then, and the reading closest to the
     * client's own count is taken. That hides a lag, which passes, but not a record that was
     * counted and is not in the log, which stays.
     *
     * @param askUntil after which it is not repeated, if other load hosts wait for this one
     */
    private LogEndReading read(ToLongFunction<CommonWindow> askUntil) {
        if (scenario.guarantee().transactional()) {
            producers.forEach(this::fillTransaction);
            LogEndReading reading = LogEndReading.ask(logEnd, this::count);
            reading.awaitAnswer();
            return reading;
        }
        LogEndReading closest = readWhileSending();
        BooleanSupplier isOver = () ->
                window.filter(fixed -> isPast(askUntil.applyAsLong(fixed))).isPresent();
        for (int asked = 1;
                asked < MOST_QUESTIONS && recordsApart(closest) > MaxRate.RECORDS && !isOver.getAsBoolean();
                asked++) {
            LogEndReading next = readWhileSending();
            closest = recordsApart(next) < recordsApart(closest) ? next : closest;
        }
        return closest;
    }

    /** Of several hosts none knows how many records there ought to be. */
    private long recordsApart(LogEndReading reading) {
        return share.hosts() == 1 ? reading.recordsApart() : reading.recordsMeanwhile();
    }

    private ClientCount count() {
        return ClientCount.of(
                producers, watch.map(VisibilityWatch::otherOffsets).orElse(0L));
    }

    private LogEndReading readWhileSending() {
        LogEndReading reading = LogEndReading.ask(logEnd, this::count);
        sendUntil(reading::isAnswered);
        return reading;
    }

    private void fillTransaction(RecordedProducer producer) {
        while (producer.paced().isInTransaction()) {
            if (rate.isPresent()) {
                producer.sendWhenDue();
            } else {
                producer.paced().sendNext();
                producer.paced().awaitRoom(depth);
            }
        }
    }

    /** Sends as the benchmark does, with all producers in turn, until {@code condition} holds. */
    private void sendUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (rate.isPresent()) {
                producers.forEach(RecordedProducer::sendWhenDue);
            } else {
                producers.forEach(producer -> send(producer, MaxRate.RECORDS));
            }
        }
    }

    /**
     * True if every pipeline is full. Always true in open loop, with transactions, because commits
     * empty the pipeline, and after a while, because brokers can be faster than the producer can
     * fill it.
     */
    private boolean isFull(long leadInEnd) {
        return rate.isPresent()
                || scenario.guarantee().transactional()
                || isPast(leadInEnd + LONGEST_FILLING_NANOS)
                || window.filter(fixed -> isPast(fixed.reads())).isPresent()
                || producers.stream()
                        .map(RecordedProducer::paced)
                        .allMatch(paced -> paced.sent() - paced.completed() >= depth - MaxRate.RECORDS);
    }

    /**
     * Returns the due time of the window's first record. Records still overdue now would be those
     * of the time before the window; a load that cannot keep up starts a new schedule without them.
     */
    private long firstDue() {
        if (!isOnSchedule()) {
            followFromNow(rate.orElseThrow());
        }
        return nextDue();
    }

    /**
     * Leaves out the records that are overdue: by a new schedule, or by a later place in the one
     * that all load hosts follow.
     */
    private void followFromNow(int recordsPerSecond) {
        long now = System.nanoTime();
        Schedule schedule = common.orElseGet(() -> new Schedule(now, recordsPerSecond));
        producers.forEach(producer -> producer.follow(schedule));
        common.ifPresent(shared -> producers.forEach(producer -> producer.skipTo(now)));
    }

    private boolean isOnSchedule() {
        return nextDue() - System.nanoTime() >= 0;
    }

    private long nextDue() {
        return producers.stream()
                .mapToLong(RecordedProducer::nextDueNanos)
                .min()
                .orElseThrow();
    }

    private static boolean isPast(long nanos) {
        return System.nanoTime() - nanos >= 0;
    }

    /**
     * Sends {@code records} in closed loop. When it returns, the pipeline is about full.
     *
     * <p>It is compiled by itself, and not once more into each loop that calls it, because JMH's loop
     * would run other code in the window than was warmed up. One call for {@code records} costs
     * nothing that could be measured.
     */
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    void send(RecordedProducer producer, int records) {
        for (int i = 0; i < records; i++) {
            producer.paced().sendNext();
        }
        producer.paced().awaitRoom(depth);
    }

    /**
     * Closes the window, drains the producers, and returns the counts between the edges. The window
     * of several hosts closes at a fixed moment, and all of them send until all have read the log
     * end. In open loop the window closes at a moment when nothing is overdue, if there is one soon.
     * A short stall on the edge then does not make the rate look missed, but a lasting one does.
     */
    MeasuredWindow closeWindow() {
        producers.forEach(producer -> producer.paced().adopt());
        window.ifPresent(fixed -> sendUntil(() -> isPast(fixed.closes())));
        long settleBy = window.map(fixed -> fixed.closes() + CommonWindow.LONGEST_SETTLING_NANOS)
                .orElseGet(() -> System.nanoTime() + LONGEST_SETTLING_NANOS);
        sendUntil(() -> rate.isEmpty() || isSettled() || isPast(settleBy));
        Edge end = Edge.at(System.nanoTime(), producers, heartbeat, JvmUsage::ownCompileNanos);
        producers.forEach(producer -> producer.recorder().endWindow(end.nanos()));
        LogEndReading endReading = read(CommonWindow::asksUntil);
        window.ifPresent(fixed -> fixed.requireDone(System.nanoTime()));
        window.ifPresent(this::sendWithOthers);
        if (rate.isPresent()) {
            long rest = due(end.nanos()) - (end.sent() - start.sent());
            if (!isMissed(rest, due(end.nanos()))) {
                producers.forEach(producer -> finish(producer, end.nanos()));
            }
        }
        producers.forEach(producer -> producer.paced().drain());
        collector.ifPresent(IntervalCollector::close);
        return end.since(start, due(end.nanos()), endReading.since(startReading));
    }

    private void sendWithOthers(CommonWindow fixed) {
        sendUntil(() -> isPast(fixed.rests()));
        if (scenario.guarantee().transactional()) {
            producers.forEach(this::fillTransaction);
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
        long due = due(System.nanoTime());
        long succeeded = producers.stream()
                        .mapToLong(producer -> producer.paced().succeeded())
                        .sum()
                - start.succeeded();
        return isOnSchedule() && Math.abs(due - succeeded) <= SETTLED_SHARE * due;
    }

    private long due(long nanos) {
        return rate.map(recordsPerSecond ->
                        Math.round((nanos - start.nanos()) * 1e-9 * recordsPerSecond / share.hosts()))
                .orElse(0L);
    }

    /**
     * Sends until all records due by {@code nanos} are sent and, in transactional mode, their
     * transactions are full.
     */
    private static void finish(RecordedProducer producer, long nanos) {
        while (producer.isUnfinished(nanos)) {
            producer.sendWhenDue();
        }
    }

    @Override
    public void close() {
        collector.ifPresent(IntervalCollector::close);
        producers.forEach(RecordedProducer::close);
        logEnd.close();
        heartbeat.close();
    }
}
