package io.producerbench.duet;

import io.producerbench.latency.Latency;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.results.SampleMetrics;
import io.producerbench.results.SampleRow;
import io.producerbench.results.sample.ForkResult;
import io.producerbench.results.sample.HostMeasurements;
import io.producerbench.scenario.Pacing.ClosedLoop;
import io.producerbench.scenario.Scenario;
import io.producerbench.stats.Metric;
import io.producerbench.stats.TrimmedMean;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/**
 * A metric that pairs are compared by, how it is read from a sample, and how the slots of two
 * samples become one log ratio.
 *
 * <p>Rates and CPU times of the client have a value for each slot. Their log ratio is the
 * {@linkplain TrimmedMean mean of the middle half} of the slot pairs' log ratios, because the two
 * slots of a pair share the machine's state. A percentile of one slot would rest on too few
 * records, so the percentiles of all slots' records together are compared. The brokers' CPU time is
 * compared as a sum too, because it is read ten times a second and a single slot's share of it is
 * therefore coarse.
 */
public enum ComparedMetric {
    RECORDS_PER_S(
            SampleMetrics.RECORDS_PER_S,
            sample -> sample.recordsPerSecond().orElse(Double.NaN),
            Optional.of(ComparedMetric::slotRate)),
    ACK_P50_US(SampleMetrics.ACK_P50_US, sample -> percentile(sample, 50), Optional.empty()),
    ACK_P99_US(SampleMetrics.ACK_P99_US, sample -> percentile(sample, 99), Optional.empty()),
    CLIENT_CPU_US_PER_RECORD(
            SampleMetrics.CLIENT_CPU_US_PER_RECORD,
            ComparedMetric::clientCpu,
            Optional.of((sample, slot) -> slot.cpuNanos() / Nanos.PER_MICRO / slot.succeeded())),
    BROKER_CPU_US_PER_RECORD(SampleMetrics.BROKER_CPU_US_PER_RECORD, ComparedMetric::brokerCpu, Optional.empty());

    private final Metric metric;
    private final ToDoubleFunction<SampleRow> value;
    private final Optional<BiFunction<SampleRow, MeasuredWindow, Double>> ofSlot;

    ComparedMetric(
            Metric metric,
            ToDoubleFunction<SampleRow> value,
            Optional<BiFunction<SampleRow, MeasuredWindow, Double>> ofSlot) {
        this.metric = metric;
        this.value = value;
        this.ofSlot = ofSlot;
    }

    /** Here, because constants of an enum are made before its static fields. */
    private static final class Nanos {
        private static final double PER_MICRO = 1e3;
        private static final double PER_SECOND = 1e9;
    }

    /**
     * Returns the metric that decides how many pairs a scenario needs: the rate in closed loop, the
     * tail of the latency in open loop.
     */
    public static ComparedMetric decisive(Scenario scenario) {
        return decisive(scenario.pacing() instanceof ClosedLoop ? "MaxRate" : "FixedRate");
    }

    /** Returns the metric that decides how many pairs a scenario of this benchmark needs. */
    static ComparedMetric decisive(String benchmark) {
        return benchmark.equals("MaxRate") ? RECORDS_PER_S : ACK_P99_US;
    }

    /**
     * Returns the metrics that a scenario of this benchmark is judged by, the decisive one first.
     * In open loop the rate is given, and in closed loop the latency follows from the rate. In open
     * loop the client's CPU time is mostly the wait for due times, which would hide a difference and
     * make equal of it.
     */
    static List<ComparedMetric> judged(String benchmark) {
        return benchmark.equals("MaxRate")
                ? List.of(RECORDS_PER_S, CLIENT_CPU_US_PER_RECORD, BROKER_CPU_US_PER_RECORD)
                : List.of(ACK_P99_US, ACK_P50_US, BROKER_CPU_US_PER_RECORD);
    }

    Metric metric() {
        return metric;
    }

    /** Returns the sample's value over all its slots; empty if it is not known or not above 0. */
    OptionalDouble of(SampleRow sample) {
        double known = value.applyAsDouble(sample);
        return Double.isFinite(known) && known > 0 ? OptionalDouble.of(known) : OptionalDouble.empty();
    }

    /** Returns the natural logarithm of new divided by base; empty if one of the two is not known. */
    OptionalDouble logRatio(SampleRow base, SampleRow other) {
        OptionalDouble baseValue = of(base);
        OptionalDouble otherValue = of(other);
        if (baseValue.isEmpty() || otherValue.isEmpty()) {
            return OptionalDouble.empty();
        }
        List<MeasuredWindow> baseSlots = slots(base);
        List<MeasuredWindow> otherSlots = slots(other);
        if (ofSlot.isEmpty() || baseSlots.size() != otherSlots.size()) {
            return OptionalDouble.of(Math.log(otherValue.getAsDouble() / baseValue.getAsDouble()));
        }
        double[] logRatios = new double[baseSlots.size()];
        for (int slot = 0; slot < logRatios.length; slot++) {
            logRatios[slot] = Math.log(ofSlot.get().apply(other, otherSlots.get(slot))
                    / ofSlot.get().apply(base, baseSlots.get(slot)));
        }
        return TrimmedMean.ofMiddleHalf(logRatios);
    }

    private static List<MeasuredWindow> slots(SampleRow sample) {
        return sample.fork().map(fork -> fork.counts().windows()).orElse(List.of());
    }

    /** Returns acknowledged records per second; with {@code acks=0} records in the logs. */
    private static double slotRate(SampleRow sample, MeasuredWindow slot) {
        return sample.step().scenario().guarantee().acks().confirms()
                ? slot.succeeded() * Nanos.PER_SECOND / slot.nanos()
                : slot.brokers().records() * Nanos.PER_SECOND / slot.brokers().nanos();
    }

    private static double percentile(SampleRow sample, double percent) {
        return sample.fork()
                .flatMap(fork -> fork.latency(Latency.ACK))
                .map(histogram -> histogram.getValueAtPercentile(percent) / Nanos.PER_MICRO)
                .orElse(Double.NaN);
    }

    private static double clientCpu(SampleRow sample) {
        return sample.fork()
                .map(fork -> slots(sample).stream()
                                .mapToLong(MeasuredWindow::cpuNanos)
                                .sum()
                        / Nanos.PER_MICRO
                        / fork.succeeded())
                .orElse(Double.NaN);
    }

    private static double brokerCpu(SampleRow sample) {
        long records = sample.fork().map(ForkResult::succeeded).orElse(0L);
        return sample.host()
                .map(HostMeasurements::brokerCpuNanos)
                .filter(nanos -> nanos.isPresent())
                .map(nanos -> nanos.getAsLong() / Nanos.PER_MICRO / records)
                .orElse(Double.NaN);
    }
}
