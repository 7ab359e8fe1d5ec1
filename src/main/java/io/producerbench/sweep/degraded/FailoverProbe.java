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
 * Measures for how long no record is acknowledged when a partition's leader dies. A producer of the
 * scenario's mode sends to that partition at an even pace throughout, so that the brokers cause any
 * pause in the acknowledgements.
 */
final class FailoverProbe implements AutoCloseable {
    /** The partitions of the probed topic. With one, every record is for the same leader. */
    static final int PARTITIONS = 1;

    /**
     * Records due each second. A pause is known to 2 ms, and the backlog of a pause fits into
     * {@code buffer.memory}.
     */
    private static final int RATE = 500;

    /** Acknowledgements before the death. With transactions they include a commit. */
    private static final int STEADY = 2 * RATE;

    private static final Polling PATIENCE = Polling.seconds(60);
    private static final Duration LONGEST_FINISH = Duration.ofSeconds(10);

    private final PacedProducer paced;
    private final AckWatch watch = new AckWatch();
    private final Thread sender = new Thread(this::send, "failover-probe");
    private volatile boolean stopping;
    private volatile RuntimeException failure;

    private FailoverProbe(Scenario scenario, ForkConfig forkConfig) {
        int counted = scenario.workload().recordsPerTransaction();
        int recordsPerTransaction = scenario.workload().transactionMs() > 0 ? RATE : Math.min(counted, RATE);
        Scenario probed = scenario.with(Map.of(
                Axis.PARTITIONS,
                Integer.toString(PARTITIONS),
                Axis.RECORDS_PER_TRANSACTION,
                Integer.toString(recordsPerTransaction),
                Axis.TRANSACTION_MS,
                "0",
                Axis.ABORT_RATE,
                "0"));
        this.paced = new ProducerFactory(probed, forkConfig).paced(0, watch);
        sender.setDaemon(true);
    }

    /** Starts a probe. When this returns, records are acknowledged steadily. */
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
            failure = e; // expected if the probe is closed while it waits for an acknowledgement
        }
    }

    void watchPauses() {
        watch.watchPauses();
    }

    /** Notes that the leader is dead since now. */
    void died() {
        watch.died(System.nanoTime());
    }

    /** Waits until a record that was due after the death is acknowledged. */
    void awaitAcknowledgedAgain() {
        await("a record to be acknowledged after the leader's death", watch::isAcknowledgedAgain);
    }

    double longestPauseMillis() {
        return watch.longestPauseNanos() / 1e6;
    }

    /**
     * Returns the time from the death to the first acknowledgement of a record that was due after
     * it.
     */
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

    /** Stops sending. Does not wait for records that cannot be acknowledged. */
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
