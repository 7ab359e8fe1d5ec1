package io.producerbench.watch;

import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.NodeUsage;
import io.producerbench.environment.CpuPressure;
import io.producerbench.environment.CpuTimes;
import io.producerbench.latency.JvmUsage;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.results.sample.MachineLoad;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/**
 * What this program read of machine and brokers while a fork measured. Safe for use by several
 * threads.
 */
public final class HostReadings {
    private final Map<Counter, CumulativeSeries> counters = new EnumMap<>(Counter.class);
    private final Standstills standstills;

    /** Counters of nanoseconds. */
    private enum Counter {
        PROCESSES,
        INTERRUPTS,
        IDLE,
        STEAL,
        PRESSURE,
        SUITE,
        BROKERS,
        LOCAL_NODES,
        BROKER_COMPILERS
    }

    /**
     * What was read at one moment.
     *
     * @param suiteCpuNanos CPU time of this program, its processes included that take no part in the
     *     sample
     * @param pressureNanos as {@link io.producerbench.environment.CpuPressure} counts
     */
    public record HostReading(NodeUsage nodes, Optional<CpuTimes> cpu, OptionalLong pressureNanos, long suiteCpuNanos) {
        private OptionalLong cpu(ToLongFunction<CpuTimes> part) {
            return cpu.map(times -> OptionalLong.of(part.applyAsLong(times))).orElse(OptionalLong.empty());
        }
    }

    /** @param periodNanos the time between two readings if nothing delays them */
    public HostReadings(long periodNanos) {
        standstills = new Standstills(periodNanos);
        for (Counter counter : Counter.values()) {
            counters.put(counter, new CumulativeSeries());
        }
    }

    /**
     * Adds what was read at one moment, which must be later than the moment before.
     *
     * @param nanos the moment, of {@link System#nanoTime}
     */
    public synchronized void add(long nanos, HostReading reading) {
        standstills.add(nanos, reading.nodes().stoppedBroker());
        add(nanos, Counter.PROCESSES, reading.cpu(CpuTimes::processNanos));
        add(nanos, Counter.INTERRUPTS, reading.cpu(CpuTimes::interruptNanos));
        add(nanos, Counter.IDLE, reading.cpu(CpuTimes::idleNanos));
        add(nanos, Counter.STEAL, reading.cpu(CpuTimes::stealNanos));
        add(nanos, Counter.PRESSURE, reading.pressureNanos());
        add(nanos, Counter.SUITE, OptionalLong.of(reading.suiteCpuNanos()));
        add(nanos, Counter.BROKERS, reading.nodes().brokerCpuNanos());
        add(nanos, Counter.LOCAL_NODES, reading.nodes().localCpuNanos());
        add(nanos, Counter.BROKER_COMPILERS, reading.nodes().brokerCompilerNanos());
    }

    private void add(long nanos, Counter counter, OptionalLong value) {
        counters.get(counter).add(nanos, value);
    }

    /**
     * Returns the CPU time of all brokers within the windows, in nanoseconds; empty where it was
     * not read all the time.
     */
    public synchronized OptionalLong brokerCpuNanos(List<MeasuredWindow> windows) {
        double nanos = within(Counter.BROKERS, windows);
        return Double.isNaN(nanos) ? OptionalLong.empty() : OptionalLong.of(Math.round(nanos));
    }

    /**
     * Reads now.
     *
     * @param companionNanos CPU time of processes of this program that are neither the sample's fork
     *     nor its cluster's nodes
     * @return the moment
     */
    public long read(Cluster cluster, long companionNanos) {
        return read(cluster.usage(), companionNanos);
    }

    /** Reads now, on a machine that no node of a cluster runs on. Returns the moment. */
    public long readWithoutNodes() {
        return read(NodeUsage.ELSEWHERE, 0);
    }

    private long read(NodeUsage nodes, long companionNanos) {
        HostReading reading =
                new HostReading(nodes, CpuTimes.read(), CpuPressure.nanos(), JvmUsage.ownCpuNanos() + companionNanos);
        long now = System.nanoTime();
        add(now, reading);
        return now;
    }

    /** Returns whose the machine's processors were within the windows. */
    public synchronized MachineLoad load(List<MeasuredWindow> windows) {
        double idle = within(Counter.IDLE, windows);
        double steal = within(Counter.STEAL, windows);
        double processes = within(Counter.PROCESSES, windows);
        double interrupts = within(Counter.INTERRUPTS, windows);
        double whole = processes + interrupts + idle + steal;
        double length = windows.stream().mapToLong(MeasuredWindow::nanos).sum();
        return new MachineLoad(
                // Stolen time counts as busy, because it was wanted here.
                share(processes + interrupts + steal, whole),
                share(Math.max(0, processes - ours(windows)), whole),
                share(steal, whole),
                share(within(Counter.PRESSURE, windows), length),
                share(within(Counter.BROKER_COMPILERS, windows), whole),
                share(jvm(windows, JvmUsage::compileNanos), whole),
                standstills.longest(windows));
    }

    /** NaN if the CPU time of one of our processes is unknown. */
    private double ours(List<MeasuredWindow> windows) {
        double fork = windows.stream().allMatch(window -> window.jvm().isKnown())
                ? jvm(windows, JvmUsage::cpuNanos)
                : Double.NaN;
        return fork + within(Counter.SUITE, windows) + within(Counter.LOCAL_NODES, windows);
    }

    private static double jvm(List<MeasuredWindow> windows, ToLongFunction<JvmUsage> part) {
        return windows.stream()
                .mapToLong(window -> part.applyAsLong(window.jvm()))
                .sum();
    }

    private double within(Counter counter, List<MeasuredWindow> windows) {
        return counters.get(counter).within(windows);
    }

    private static OptionalDouble share(double part, double whole) {
        double share = part / whole;
        return Double.isFinite(share) ? OptionalDouble.of(share) : OptionalDouble.empty();
    }
}
