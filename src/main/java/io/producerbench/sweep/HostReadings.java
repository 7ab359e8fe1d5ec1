package io.producerbench.sweep;

import io.producerbench.environment.CpuTimes;
import io.producerbench.latency.MeasuredWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;

/**
 * Cumulative CPU times that were read while a fork measured. The fork's windows are known only
 * afterwards, so each value at the edge of a window is interpolated between the two readings around
 * it. Safe for use by several threads.
 */
final class HostReadings {
    private final List<HostReading> readings = new ArrayList<>();

    /** Cumulative values at one moment, in nanoseconds; NaN where unknown. */
    private record HostReading(long nanos, double brokerCpu, double busy, double idle, double steal) {}

    /**
     * Adds what was read at one moment, which must be later than the moment before.
     *
     * @param nanos the moment, of {@link System#nanoTime}
     */
    synchronized void add(long nanos, OptionalLong brokerCpuNanos, Optional<CpuTimes> cpu) {
        readings.add(new HostReading(
                nanos,
                brokerCpuNanos.isPresent() ? brokerCpuNanos.getAsLong() : Double.NaN,
                cpu.map(CpuTimes::busyNanos).map(Long::doubleValue).orElse(Double.NaN),
                cpu.map(CpuTimes::idleNanos).map(Long::doubleValue).orElse(Double.NaN),
                cpu.map(CpuTimes::stealNanos).map(Long::doubleValue).orElse(Double.NaN)));
    }

    /**
     * Returns the CPU time of all brokers within the windows, in nanoseconds; empty where it was
     * not read all the time.
     */
    synchronized OptionalLong brokerCpuNanos(List<MeasuredWindow> windows) {
        double nanos = within(windows, HostReading::brokerCpu);
        return Double.isNaN(nanos) ? OptionalLong.empty() : OptionalLong.of(Math.round(nanos));
    }

    /**
     * Returns the share of all cores' time within the windows that was not idle. Stolen time counts
     * as busy, because it was wanted here.
     */
    synchronized OptionalDouble busyShare(List<MeasuredWindow> windows) {
        return share(windows, reading -> reading.busy + reading.steal);
    }

    /**
     * Returns the share of all cores' time within the windows that the hypervisor gave to other
     * machines.
     */
    synchronized OptionalDouble stealShare(List<MeasuredWindow> windows) {
        return share(windows, HostReading::steal);
    }

    private OptionalDouble share(List<MeasuredWindow> windows, ToDoubleFunction<HostReading> part) {
        double whole = within(windows, HostReading::busy)
                + within(windows, HostReading::idle)
                + within(windows, HostReading::steal);
        double share = within(windows, part) / whole;
        return Double.isFinite(share) ? OptionalDouble.of(share) : OptionalDouble.empty();
    }

    private double within(List<MeasuredWindow> windows, ToDoubleFunction<HostReading> value) {
        return windows.stream()
                .mapToDouble(window -> at(window.endNanos(), value) - at(window.startNanos(), value))
                .sum();
    }

    private double at(long nanos, ToDoubleFunction<HostReading> value) {
        for (int i = 1; i < readings.size(); i++) {
            HostReading after = readings.get(i);
            if (after.nanos - nanos >= 0) {
                HostReading before = readings.get(i - 1);
                double share = (double) (nanos - before.nanos) / (after.nanos - before.nanos);
                return value.applyAsDouble(before) + share * (value.applyAsDouble(after) - value.applyAsDouble(before));
            }
        }
        return Double.NaN;
    }
}
