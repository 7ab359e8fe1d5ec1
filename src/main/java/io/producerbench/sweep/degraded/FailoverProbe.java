package io.producerbench.sweep.degraded;

import io.producerbench.cluster.ClusterException;
import io.producerbench.load.ForkConfig;
import io.producerbench.load.PacedProducer;
import io.producerbench.load.ProducerFactory;
import io.producerbench.load.Schedule;
import io.producerbench.process.Polling;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A producer of a scenario's mode at work on one partition while the partition's leader dies: how long no record is
 * acknowledged. Records stay due at an even pace all the while, so that a pause in the acknowledgements is the brokers'.
 */
final class FailoverProbe implements AutoCloseable {
    /** Of the topic it is to be given: every record tells of the same leader. */
    static final int PARTITIONS = 1;

    /** Records due each second: a pause is known to 2 ms, and what piles up meanwhile fits into {@code buffer.memory}. */
    private static final int RATE = 500;

    /** Acknowledgements before the death. With transactions a commit among them. */
    private static final int STEADY = 2 * RATE;

    private static final Polling PATIENCE = Polling.seconds(60);
    private static final Duration LONGEST_FINISH = Duration.ofSeconds(10);

    private final PacedProducer paced;
    private final AckWatch watch = new AckWatch();
    private final Thread sender = new Thread(this::send, "failover-probe");
    private volatile boolean stopping;
    private volatile RuntimeException failure;

    private FailoverProbe(Scenario scenario, ForkConfig forkConfig) {
        int recordsPerTransaction = Math.min(scenario.workload().recordsPerTransaction(), RATE);
        Scenario probed = scenario.with(Map.of(
                Axis.PARTITIONS, Integer.toString(PARTITIONS),
                Axis.RECORDS_PER_TRANSACTION, Integer.toString(recordsPerTransaction)));
        this.paced = new ProducerFactory(probed, forkConfig).paced(0, watch);
        sender.setDaemon(true);
    }

    /** When this returns, records are acknowledged steadily. */
    static FailoverProbe start(Scenario scenario, ForkConfig forkConfig) {
        FailoverProbe probe = new FailoverProbe(scenario, forkConfig);
        try {
            probe.sender.start();
            probe.await("records to be acknowledged before the death", () -> probe.watch.count() >= STEADY);
            return probe;
        } catch (RuntimeException e) {
            probe.close();
            throw e;
        }
    }

    private void send() {
        try {
            paced.adopt();
            Schedule schedule = new Schedule(System.nanoTime(), RATE);
            for (long record = 0; !stopping; record++) {
                paced.sendNextAt(schedule.dueNanos(record));
            }
            paced.drain();
        } catch (RuntimeException e) {
            failure = e; // expected of one that is closed while it waits for what does not come
        }
    }

    /** From now on pauses count. */
    void watchPauses() {
        watch.watchPauses();
    }

    /** The leader is dead since now. */
    void died() {
        watch.died(System.nanoTime());
    }

    /** When this returns, a record that was due after the death is acknowledged. */
    void awaitAcknowledgedAgain() {
        await("a record to be acknowledged after the leader's death", watch::isAcknowledgedAgain);
    }

    double longestPauseMillis() {
        return watch.longestPauseNanos() / 1e6;
    }

    /** From the death to the first acknowledgement of a record that was due after it. */
    double firstAckMillis() {
        return watch.firstAckNanos() / 1e6;
    }

    private void await(String what, BooleanSupplier condition) {
        if (!PATIENCE.await(() -> failure != null || condition.getAsBoolean())) {
            throw new ClusterException(
                    "expected " + what + " within " + PATIENCE.limit() + ", got " + watch.count() + " acknowledged");
        }
        if (failure != null) {
            throw new ClusterException("expected " + what + ", got " + failure, failure);
        }
    }

    /** When this returns, nothing is sent any more. What cannot be acknowledged is not waited for. */
    @Override
    public void close() {
        stopping = true;
        if (watch.isAcknowledgedAgain()) {
            join(LONGEST_FINISH);
        }
        paced.producer().close(Duration.ZERO);
        join(LONGEST_FINISH);
    }

    private void join(Duration longest) {
        try {
            TimeUnit.NANOSECONDS.timedJoin(sender, longest.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
