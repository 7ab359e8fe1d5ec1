package io.producerbench.benchmarks;

import io.producerbench.latency.MeasuredWindow;
import io.producerbench.latency.SeenTimes;
import io.producerbench.latency.SentTimes;
import io.producerbench.latency.Visibility;
import io.producerbench.latency.Visibility.Lag;
import io.producerbench.latency.Visibility.Window;
import io.producerbench.latency.VisibilityResults;
import io.producerbench.load.ForkConfig;
import io.producerbench.scenario.Feasibility;
import io.producerbench.scenario.Pacing.OpenLoop;
import io.producerbench.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.common.IsolationLevel;

/**
 * The two consumers of a fork, and the times of each record from its due time to when they see it.
 * It makes all room before the first record.
 */
final class VisibilityWatch implements AutoCloseable {
    /**
     * What an iteration lasts beside its window: lead-in, readings of the log end, settling at both
     * edges, and filling transactions.
     */
    private static final Duration BESIDE_WINDOW = Duration.ofSeconds(20);

    /** How long the consumers may take to see what was sent before, or what was sent last. */
    private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final long LOOK_NANOS = 1_000_000;

    private final List<SentTimes> sent;
    private final List<Visibility> producers;
    private final WatchingConsumer uncommitted;
    private final WatchingConsumer committed;
    private final Optional<HoldingProducer> other;
    private long committedBefore;

    private VisibilityWatch(
            List<SentTimes> sent,
            List<Visibility> producers,
            WatchingConsumer uncommitted,
            WatchingConsumer committed,
            Optional<HoldingProducer> other) {
        this.sent = sent;
        this.producers = producers;
        this.uncommitted = uncommitted;
        this.committed = committed;
        this.other = other;
    }

    /** @param window the length of the longest iteration */
    static VisibilityWatch start(Scenario scenario, ForkConfig forkConfig, Duration window) {
        int capacity = capacity(scenario, window);
        int count = scenario.workload().producers();
        List<SentTimes> sent =
                IntStream.range(0, count).mapToObj(i -> new SentTimes(capacity)).toList();
        List<SeenTimes> all =
                IntStream.range(0, count).mapToObj(i -> new SeenTimes(capacity)).toList();
        List<SeenTimes> committedOnly =
                IntStream.range(0, count).mapToObj(i -> new SeenTimes(capacity)).toList();
        int partitions = scenario.workload().partitions();
        WatchingConsumer uncommitted =
                WatchingConsumer.start(forkConfig, partitions, IsolationLevel.READ_UNCOMMITTED, all);
        try {
            return new VisibilityWatch(
                    sent,
                    IntStream.range(0, count)
                            .mapToObj(i -> new Visibility(
                                    sent.get(i),
                                    all.get(i),
                                    committedOnly.get(i),
                                    scenario.guarantee().acks().confirms()))
                            .toList(),
                    uncommitted,
                    WatchingConsumer.start(forkConfig, partitions, IsolationLevel.READ_COMMITTED, committedOnly),
                    scenario.workload().openTransactionMs() > 0
                            ? Optional.of(HoldingProducer.start(scenario, forkConfig))
                            : Optional.empty());
        } catch (RuntimeException e) {
            uncommitted.close();
            throw e;
        }
    }

    private static int capacity(Scenario scenario, Duration window) {
        int rate = ((OpenLoop) scenario.pacing()).recordsPerSecond();
        double seconds = window.plus(BESIDE_WINDOW).toMillis() * 1e-3 + 2 * Feasibility.fillingSeconds(scenario);
        return (int) Math.min(
                Integer.MAX_VALUE / 4, seconds * rate / scenario.workload().producers() + 1_000);
    }

    /** Returns what the producer with this number has to tell its times to. */
    SentTimes sent(int producer) {
        return sent.get(producer);
    }

    /**
     * Begins anew with the next record of each producer. To be called while nothing is in flight.
     * Returns when both consumers have seen everything before.
     */
    void begin(List<RecordedProducer> recorded) {
        long before = recorded.stream()
                .mapToLong(producer -> producer.paced().succeeded())
                .sum();
        long latest = System.nanoTime() + LONGEST_WAIT_NANOS;
        long aborted = recorded.stream()
                .mapToLong(producer -> producer.paced().abortedRecords())
                .sum();
        await(latest, () -> uncommitted.records() >= before && committed.records() >= before - aborted);
        for (int i = 0; i < producers.size(); i++) {
            long next = recorded.get(i).paced().sent();
            producers.get(i).uncommitted().begin(next);
            producers.get(i).committed().begin(next);
            sent.get(i).begin(next);
        }
        other.ifPresent(open -> {
            committedBefore = open.committed();
            open.begin();
        });
    }

    private static void await(long latest, BooleanSupplier condition) {
        while (!condition.getAsBoolean() && System.nanoTime() - latest < 0) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /**
     * Waits until the consumers have seen every record, and returns what they saw. To be called when
     * nothing is in flight.
     */
    VisibilityResults end(MeasuredWindow window) {
        other.ifPresent(HoldingProducer::end);
        long latest = System.nanoTime() + LONGEST_WAIT_NANOS;
        Lag lag = lag();
        while (isBehind(lag) && System.nanoTime() - latest < 0) {
            lag = lag();
        }
        return Visibility.of(producers, new Window(window.startNanos(), window.endNanos()), lag)
                .withOpenTransactions(
                        other.map(open -> open.committed() - committedBefore).orElse(0L));
    }

    /** Returns how many offsets of the topic a producer has used that is not measured. */
    long otherOffsets() {
        return other.map(HoldingProducer::offsets).orElse(0L);
    }

    private Lag lag() {
        return new Lag(uncommitted.lag(), committed.lag());
    }

    private boolean isBehind(Lag lag) {
        return !lag.equals(Lag.NONE) || producers.stream().anyMatch(Visibility::isIncomplete);
    }

    @Override
    public void close() {
        other.ifPresent(HoldingProducer::close);
        uncommitted.close();
        committed.close();
    }
}
