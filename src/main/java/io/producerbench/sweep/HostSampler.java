package io.producerbench.sweep;

import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.TopicState;
import io.producerbench.failure.FailedStepException;
import io.producerbench.latency.ReplicaChange;
import io.producerbench.watch.HostReadings;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Watches machine and brokers while a fork measures. It reads everything cumulative ten times a
 * second, with the time of {@link System#nanoTime}, which is the same clock in both processes. It
 * costs the machine well under one percent, the same for every scenario.
 */
final class HostSampler implements AutoCloseable {
    private static final long PERIOD_MILLIS = 100;
    private static final long ISR_PERIOD_MILLIS = 1000;
    private static final int READINGS_AND_ISR = 2;

    private final Cluster cluster;
    private final String topic;
    private final LongSupplier companions;
    private final HostReadings readings = new HostReadings(TimeUnit.MILLISECONDS.toNanos(PERIOD_MILLIS));
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(READINGS_AND_ISR, task -> {
        Thread thread = new Thread(task, "host-sampler");
        thread.setDaemon(true);
        return thread;
    });
    private final ReplicaWatch replicas;

    private HostSampler(Cluster cluster, String topic, Instant since, LongSupplier companions) {
        this.cluster = cluster;
        this.topic = topic;
        this.companions = companions;
        this.replicas = new ReplicaWatch(since);
    }

    /**
     * @param since when the topic was made
     * @param companions gives the CPU time of processes of this program that are neither the
     *     sample's fork nor its cluster's nodes, in nanoseconds
     */
    static HostSampler start(Cluster cluster, String topic, Instant since, LongSupplier companions) {
        HostSampler sampler = new HostSampler(cluster, topic, since, companions);
        sampler.timer.scheduleAtFixedRate(sampler::read, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        // On a thread of its own, because busy brokers may take long to answer, and the readings
        // must go on meanwhile.
        sampler.timer.scheduleWithFixedDelay(
                sampler::lookIfPossible, ISR_PERIOD_MILLIS, ISR_PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        return sampler;
    }

    private synchronized void read() {
        readings.read(cluster, companions.getAsLong());
    }

    /**
     * Asks as {@link #look} does. A slow answer is no finding, because the cluster is asked after
     * the sample whether it is alive.
     */
    void lookIfPossible() {
        try {
            look();
        } catch (FailedStepException e) {
            return;
        }
    }

    /** Asks for the topic's replicas and leaders now. */
    void look() {
        Instant asked = Instant.now();
        seen(asked, cluster.describe(topic));
    }

    private synchronized void seen(Instant asked, TopicState state) {
        replicas.seen(asked, Instant.now(), state);
    }

    /** Takes a last reading and stops watching. */
    @Override
    public void close() {
        read();
        timer.shutdownNow();
        try {
            timer.awaitTermination(ISR_PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Returns the smallest number of in-sync replicas that any look saw; empty if no look
     * succeeded.
     */
    synchronized OptionalInt smallestIsr() {
        return replicas.smallestIsr();
    }

    /**
     * Returns how often a partition had another leader than at the look before; empty if no look
     * succeeded.
     */
    synchronized OptionalInt leaderMoves() {
        return replicas.leaderMoves();
    }

    /** Returns what happened to the topic's replicas. */
    synchronized List<ReplicaChange> replicaChanges() {
        return replicas.changes();
    }

    HostReadings readings() {
        return readings;
    }
}
