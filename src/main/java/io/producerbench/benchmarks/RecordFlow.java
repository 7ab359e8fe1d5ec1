package io.producerbench.benchmarks;

import io.producerbench.load.Schedule;
import io.producerbench.scenario.Pacing.OpenLoop;
import io.producerbench.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.openjdk.jmh.annotations.CompilerControl;

/**
 * Keeps the records of one fork's producers flowing: as fast as they go in closed loop, by their due
 * times in open loop.
 */
final class RecordFlow {
    private final List<RecordedProducer> producers;
    private final Optional<Integer> rate;
    private final boolean transactional;
    private final int depth;
    private final int hosts;
    private Optional<Schedule> common = Optional.empty();

    /** @param hosts how many load hosts share the rate */
    RecordFlow(Scenario scenario, List<RecordedProducer> producers, int hosts) {
        this.producers = List.copyOf(producers);
        this.rate =
                scenario.pacing() instanceof OpenLoop open ? Optional.of(open.recordsPerSecond()) : Optional.empty();
        this.transactional = scenario.guarantee().transactional();
        this.depth = scenario.workload().pipelineDepth();
        this.hosts = hosts;
    }

    List<RecordedProducer> producers() {
        return producers;
    }

    boolean isOpenLoop() {
        return rate.isPresent();
    }

    boolean isTransactional() {
        return transactional;
    }

    /** Returns how many records each producer keeps outstanding in closed loop. */
    int depth() {
        return depth;
    }

    /** Makes the calling thread the one that sends from now on. */
    void adopt() {
        producers.forEach(producer -> producer.paced().adopt());
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

    /** Sends as the benchmark does, with all producers in turn, until {@code condition} holds. */
    void sendUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (isOpenLoop()) {
                producers.forEach(RecordedProducer::sendWhenDue);
            } else {
                producers.forEach(producer -> send(producer, MaxRate.RECORDS));
            }
        }
    }

    /** When this returns, no producer has an open transaction. */
    void fillTransactions() {
        producers.forEach(this::fillTransaction);
    }

    private void fillTransaction(RecordedProducer producer) {
        while (producer.paced().isInTransaction()) {
            if (isOpenLoop()) {
                producer.sendWhenDue();
            } else {
                producer.paced().sendNext();
                producer.paced().awaitRoom(depth);
            }
        }
    }

    /**
     * True if every pipeline is full. Always true in open loop, and with transactions, because
     * commits empty the pipeline.
     */
    boolean isFull() {
        return isOpenLoop()
                || transactional
                || producers.stream()
                        .map(RecordedProducer::paced)
                        .allMatch(paced -> paced.sent() - paced.completed() >= depth - MaxRate.RECORDS);
    }

    /** From the next {@link #skipOverdue} on, follows one schedule with all load hosts. */
    void shareScheduleFrom(long startNanos) {
        common = rate.map(recordsPerSecond -> new Schedule(startNanos, recordsPerSecond));
    }

    /**
     * Leaves out the records that are overdue: by a new schedule, or by a later place in the one
     * that all load hosts follow. Does nothing in closed loop.
     */
    void skipOverdue() {
        rate.ifPresent(recordsPerSecond -> {
            long now = System.nanoTime();
            Schedule schedule = common.orElseGet(() -> new Schedule(now, recordsPerSecond));
            producers.forEach(producer -> producer.follow(schedule));
            common.ifPresent(shared -> producers.forEach(producer -> producer.skipTo(now)));
        });
    }

    /** True if no record is overdue; only in open loop. */
    boolean isOnSchedule() {
        return nextDue() - System.nanoTime() >= 0;
    }

    /**
     * Returns the due time of the window's first record. Records still overdue now would be those
     * of the time before the window; a load that cannot keep up leaves them out. Only in open loop.
     */
    long firstDue() {
        if (!isOnSchedule()) {
            skipOverdue();
        }
        return nextDue();
    }

    private long nextDue() {
        return producers.stream()
                .mapToLong(RecordedProducer::nextDueNanos)
                .min()
                .orElseThrow();
    }

    /** Returns how many records of this host are due between two moments; 0 in closed loop. */
    long due(long fromNanos, long toNanos) {
        return rate.map(recordsPerSecond -> Math.round((toNanos - fromNanos) * 1e-9 * recordsPerSecond / hosts))
                .orElse(0L);
    }

    /**
     * Sends until all records due by {@code nanos} are sent and, in transactional mode, their
     * transactions are full. Only in open loop.
     */
    void sendAllDueBy(long nanos) {
        for (RecordedProducer producer : producers) {
            while (producer.isUnfinished(nanos)) {
                producer.sendWhenDue();
            }
        }
    }

    /** Returns how many records were acknowledged so far. */
    long succeeded() {
        return producers.stream()
                .mapToLong(producer -> producer.paced().succeeded())
                .sum();
    }

    /** When this returns, nothing is outstanding. */
    void drain() {
        producers.forEach(producer -> producer.paced().drain());
    }
}
