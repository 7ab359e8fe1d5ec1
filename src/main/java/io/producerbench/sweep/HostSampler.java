package io.producerbench.sweep;

import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.TopicState;
import io.producerbench.environment.CpuTimes;
import io.producerbench.failure.FailedStepException;
import io.producerbench.latency.MeasuredWindow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * Watches machine and brokers while a fork measures. The fork's windows are known only afterwards, so everything cumulative
 * is read ten times a second with the time of {@link System#nanoTime}, which is the same clock in both processes, and
 * interpolated at the windows' edges. Costs the machine well under one percent, the same for every scenario.
 */
final class HostSampler implements AutoCloseable {
    private static final long PERIOD_MILLIS = 100;
    private static final long ISR_PERIOD_MILLIS = 1000;
    private static final int READINGS_AND_ISR = 2;

    private final Cluster cluster;
    private final String topic;
    private final List<Reading> readings = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(READINGS_AND_ISR, task -> {
        Thread thread = new Thread(task, "host-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Integer, Integer> leaders = new HashMap<>();
    private OptionalInt smallestIsr = OptionalInt.empty();
    private OptionalInt leaderMoves = OptionalInt.empty();

    /** Cumulative values at one moment; NaN where unknown. */
    private record Reading(long nanos, double brokerCpu, double busy, double idle, double steal) {}

    private HostSampler(Cluster cluster, String topic) {
        this.cluster = cluster;
        this.topic = topic;
    }

    static HostSampler start(Cluster cluster, String topic) {
        HostSampler watch = new HostSampler(cluster, topic);
        watch.timer.scheduleAtFixedRate(watch::read, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        // On a thread of its own: busy brokers may take long to answer, and the readings must go on meanwhile.
        watch.timer.scheduleWithFixedDelay(watch::readIsr, ISR_PERIOD_MILLIS, ISR_PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        return watch;
    }

    private synchronized void read() {
        OptionalLong brokers = cluster.brokerCpuNanos();
        Optional<CpuTimes> cpu = CpuTimes.read();
        readings.add(new Reading(
                System.nanoTime(),
                brokers.isPresent() ? brokers.getAsLong() : Double.NaN,
                cpu.map(CpuTimes::busyNanos).map(Long::doubleValue).orElse(Double.NaN),
                cpu.map(CpuTimes::idleNanos).map(Long::doubleValue).orElse(Double.NaN),
                cpu.map(CpuTimes::stealNanos).map(Long::doubleValue).orElse(Double.NaN)));
    }

    private void readIsr() {
        try {
            look();
        } catch (FailedStepException e) {
            // Whether the cluster is alive is asked after the sample; a slow answer under load is no finding.
            return;
        }
    }

    /** Asks for the topic's replicas and leaders now. */
    void look() {
        seen(cluster.describe(topic));
    }

    private synchronized void seen(TopicState state) {
        int isr = state.smallestIsr();
        smallestIsr = OptionalInt.of(Math.min(isr, smallestIsr.orElse(isr)));
        int moves = leaderMoves.orElse(0);
        for (var partition : state.partitions().entrySet()) {
            int leader = partition.getValue().leader();
            // Before the first look it was the first of the replicas: the topic was made so.
            Integer before = leaders.put(partition.getKey(), leader);
            moves += leader
                            != (before != null
                                    ? before
                                    : partition.getValue().replicas().get(0))
                    ? 1
                    : 0;
        }
        leaderMoves = OptionalInt.of(moves);
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

    synchronized OptionalInt smallestIsr() {
        return smallestIsr;
    }

    /** How often a partition was seen to have another leader than before; empty if nobody could look. */
    synchronized OptionalInt leaderMoves() {
        return leaderMoves;
    }

    /** CPU time of all brokers within the windows, in nanoseconds. */
    synchronized OptionalLong brokerCpuNanos(List<MeasuredWindow> windows) {
        double nanos = within(windows, Reading::brokerCpu);
        return Double.isNaN(nanos) ? OptionalLong.empty() : OptionalLong.of(Math.round(nanos));
    }

    /** Share of all cores' time within the windows that was not idle. */
    synchronized OptionalDouble busyShare(List<MeasuredWindow> windows) {
        return share(windows, reading -> reading.busy + reading.steal); // what others took was wanted here
    }

    /** Share of all cores' time within the windows that the hypervisor gave to others. */
    synchronized OptionalDouble stealShare(List<MeasuredWindow> windows) {
        return share(windows, Reading::steal);
    }

    private OptionalDouble share(List<MeasuredWindow> windows, ToDoubleFunction<Reading> part) {
        double whole =
                within(windows, Reading::busy) + within(windows, Reading::idle) + within(windows, Reading::steal);
        double share = within(windows, part) / whole;
        return Double.isFinite(share) ? OptionalDouble.of(share) : OptionalDouble.empty();
    }

    private double within(List<MeasuredWindow> windows, ToDoubleFunction<Reading> value) {
        return windows.stream()
                .mapToDouble(window -> at(window.endNanos(), value) - at(window.startNanos(), value))
                .sum();
    }

    private double at(long nanos, ToDoubleFunction<Reading> value) {
        for (int i = 1; i < readings.size(); i++) {
            Reading after = readings.get(i);
            if (after.nanos - nanos >= 0) {
                Reading before = readings.get(i - 1);
                double share = (double) (nanos - before.nanos) / (after.nanos - before.nanos);
                return value.applyAsDouble(before) + share * (value.applyAsDouble(after) - value.applyAsDouble(before));
            }
        }
        return Double.NaN;
    }
}
