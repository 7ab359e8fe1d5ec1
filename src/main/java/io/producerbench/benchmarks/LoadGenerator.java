package io.producerbench.benchmarks;

import io.producerbench.latency.Latency;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.load.ForkConfig;
import io.producerbench.load.LogEnd;
import io.producerbench.load.PipelineDepth;
import io.producerbench.load.Schedule;
import io.producerbench.scenario.Pacing.OpenLoop;
import io.producerbench.scenario.Scenario;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The producers of one fork at work: led into a window, measured between its edges, and led out again.
 *
 * <p>Records flow before the window opens and after it closes, so that neither edge, nor the brokers' readings beside it, see
 * a load that is starting or has stopped.
 */
final class LoadGenerator implements AutoCloseable {
    /** Long enough for a few batches to come back, so that the window opens in the steady state. */
    private static final long LEAD_IN_NANOS = 200_000_000;

    private static final long PREHEAT_NANOS = 1_000_000_000;

    private static final long LONGEST_FILLING_NANOS = 2_000_000_000;

    /** How long an edge is put off while a stall is made up for; a flow that cannot keep up does not get there. */
    private static final long LONGEST_SETTLING_NANOS = 1_000_000_000;

    /** How far the acknowledged records may be off the due ones at the window's end, as a share. */
    private static final double SETTLED_SHARE = 0.005;

    private static final int MOST_QUESTIONS = 5;

    private final List<RecordedProducer> producers = new ArrayList<>();
    private final Scenario scenario;
    private final Optional<Integer> rate;
    private final LogEnd logEnd;
    private final int depth;
    private Edge start;
    private LogEndReading startReading;

    LoadGenerator(Scenario scenario, ForkConfig forkConfig) {
        this.scenario = scenario;
        this.rate =
                scenario.pacing() instanceof OpenLoop open ? Optional.of(open.recordsPerSecond()) : Optional.empty();
        this.depth = PipelineDepth.of(scenario.workload());
        this.logEnd = LogEnd.confirming(scenario, forkConfig);
        for (int i = 0; i < scenario.workload().producers(); i++) {
            producers.add(RecordedProducer.start(scenario, forkConfig, i));
        }
    }

    List<RecordedProducer> producers() {
        return producers;
    }

    /**
     * In open loop a second at full speed, recorded and thrown away: at a thousand records a second the code would still be
     * interpreted when the window opens, and the latencies would be the interpreter's.
     */
    void preheat() {
        if (rate.isEmpty()) {
            return;
        }
        long end = System.nanoTime() + PREHEAT_NANOS;
        producers.forEach(producer -> producer.recorder().startWindow(System.nanoTime()));
        while (!isPast(end)) {
            producers.forEach(this::sendAsIfDue);
        }
        producers.forEach(producer -> producer.paced().drain());
        producers.forEach(producer -> producer.recorder().drainTo(new EnumMap<>(Latency.class)));
    }

    private void sendAsIfDue(RecordedProducer producer) {
        producer.paced().adopt();
        for (int i = 0; i < MaxRate.RECORDS; i++) {
            producer.paced().sendNextAt(System.nanoTime());
        }
        producer.paced().awaitRoom(depth);
    }

    void openWindow() {
        producers.forEach(producer -> producer.paced().adopt());
        long leadInEnd = System.nanoTime() + LEAD_IN_NANOS;
        rate.ifPresent(recordsPerSecond -> {
            Schedule schedule = new Schedule(System.nanoTime(), recordsPerSecond);
            producers.forEach(producer -> producer.follow(schedule));
        });
        sendUntil(() -> System.nanoTime() - leadInEnd >= 0 && isFull(leadInEnd));
        startReading = read();
        long settleBy = System.nanoTime() + LONGEST_SETTLING_NANOS;
        sendUntil(() -> rate.isEmpty() || isOnSchedule() || isPast(settleBy));
        long opens = rate.isPresent() ? nextDue() : System.nanoTime();
        producers.forEach(producer -> producer.recorder().startWindow(opens));
        start = Edge.at(opens, producers);
    }

    /**
     * Asks the brokers where their log ends and returns when they have said so. Records flow meanwhile, but for transactions:
     * between two of them nothing is in flight, and the reading is exact. Elsewhere one that took long says little of a short
     * window; so the question is put again, and the answer closest to the client's own count is taken. A lag passes; a record
     * that was counted and is not in the log does not.
     */
    private LogEndReading read() {
        if (scenario.guarantee().transactional()) {
            producers.forEach(this::fillTransaction);
            LogEndReading reading = LogEndReading.ask(logEnd, () -> ClientCount.of(producers));
            reading.awaitAnswer();
            return reading;
        }
        LogEndReading closest = readWhileSending();
        for (int asked = 1; asked < MOST_QUESTIONS && closest.recordsApart() > MaxRate.RECORDS; asked++) {
            LogEndReading next = readWhileSending();
            closest = next.recordsApart() < closest.recordsApart() ? next : closest;
        }
        return closest;
    }

    private LogEndReading readWhileSending() {
        LogEndReading reading = LogEndReading.ask(logEnd, () -> ClientCount.of(producers));
        sendUntil(reading::isAnswered);
        return reading;
    }

    private void fillTransaction(RecordedProducer producer) {
        while (producer.paced().isInTransaction()) {
            if (rate.isPresent()) {
                producer.sendWhenDue();
            } else {
                producer.paced().sendNext();
            }
        }
    }

    /** Goes on as the benchmark does, on all lines in turn, until {@code condition} holds. */
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
     * Whether every pipeline holds what it will hold. Not asked in open loop, nor with transactions, whose commits empty it;
     * given up where the brokers are faster than the producer can fill.
     */
    private boolean isFull(long leadInEnd) {
        return rate.isPresent()
                || scenario.guarantee().transactional()
                || isPast(leadInEnd + LONGEST_FILLING_NANOS)
                || producers.stream()
                        .map(RecordedProducer::paced)
                        .allMatch(paced -> paced.sent() - paced.completed() >= depth - MaxRate.RECORDS);
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

    /** Sends {@code records} in closed loop and returns with the pipeline about full. */
    void send(RecordedProducer producer, int records) {
        for (int i = 0; i < records; i++) {
            producer.paced().sendNext();
        }
        producer.paced().awaitRoom(depth);
    }

    /**
     * Closes the window, leads the flow out, and returns what happened between the edges. In open loop the window closes at a
     * moment when nothing is overdue, if there is one within a second: a stall that happens to fall on the edge does not make
     * the rate look missed, and one that lasts does.
     */
    MeasuredWindow closeWindow() {
        producers.forEach(producer -> producer.paced().adopt());
        long settleBy = System.nanoTime() + LONGEST_SETTLING_NANOS;
        sendUntil(() -> rate.isEmpty() || isSettled() || isPast(settleBy));
        Edge end = Edge.at(System.nanoTime(), producers);
        producers.forEach(producer -> producer.recorder().endWindow(end.nanos()));
        LogEndReading endReading = read();
        if (rate.isPresent()) {
            producers.forEach(producer -> finish(producer, end.nanos()));
        }
        producers.forEach(producer -> producer.paced().drain());
        return end.since(start, due(end.nanos()), endReading.since(startReading));
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
        return rate.map(recordsPerSecond -> Math.round((nanos - start.nanos()) * 1e-9 * recordsPerSecond))
                .orElse(0L);
    }

    /** Goes on until all that was due by {@code nanos} is sent, and in transactional mode committed as it would have been. */
    private static void finish(RecordedProducer producer, long nanos) {
        while (producer.isUnfinished(nanos)) {
            producer.sendWhenDue();
        }
    }

    @Override
    public void close() {
        producers.forEach(RecordedProducer::close);
        logEnd.close();
    }
}
