package io.producerbench.duet;

import io.producerbench.latency.Latency;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.SampleRow;
import io.producerbench.scenario.Pacing.ClosedLoop;
import io.producerbench.scenario.Scenario;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Two samples of one scenario, taken one right after the other, one for each arm: one row of {@code duet.csv}.
 *
 * @param run of the program that measured; the arms have identities of their own in their samples
 * @param scenario of the base arm, by which pairs belong together
 * @param order which of the two was taken first
 */
public record DuetPair(
        RunIdentity run,
        String baseArm,
        String otherArm,
        int block,
        Scenario scenario,
        PairOrder order,
        ArmSide base,
        ArmSide other,
        DropRule rule) {
    /** Decimals of a logarithm in the file. All that is computed uses the rounded value, so that a reader of the file gets the same judgement. */
    private static final int DECIMALS = 9;

    private static final double NANOS_PER_MICRO = 1e3;
    private static final double TAIL_PERCENT = 99;

    /** What a pair is compared by. */
    public enum Compared {
        RECORDS_PER_S(sample -> sample.recordsPerSecond().orElse(Double.NaN)),
        ACK_P99_US(sample -> sample.measured()
                .flatMap(m -> m.latency(Latency.ACK))
                .map(histogram -> histogram.getValueAtPercentile(TAIL_PERCENT) / NANOS_PER_MICRO)
                .orElse(Double.NaN)),
        CLIENT_CPU_US_PER_RECORD(sample -> sample.measured()
                .map(m -> m.counts().windows().stream()
                                .mapToLong(window -> window.cpuNanos())
                                .sum()
                        / NANOS_PER_MICRO
                        / m.succeeded())
                .orElse(Double.NaN));

        private final Function<SampleRow, Double> value;

        Compared(Function<SampleRow, Double> value) {
            this.value = value;
        }

        /** Returns what a scenario is judged by: the rate in closed loop, the tail of the latency in open loop. */
        public static Compared decisive(Scenario scenario) {
            return scenario.pacing() instanceof ClosedLoop ? RECORDS_PER_S : ACK_P99_US;
        }

        OptionalDouble of(ArmSide side) {
            double value = this.value.apply(side.sample());
            return Double.isFinite(value) && value > 0 ? OptionalDouble.of(value) : OptionalDouble.empty();
        }
    }

    /** Returns the sample that was taken first. */
    ArmSide first() {
        return order == PairOrder.BASE_FIRST ? base : other;
    }

    /** Why the pair is left out; empty if it counts. */
    public Optional<String> dropped() {
        Compared decisive = Compared.decisive(scenario);
        return rule.reason(this)
                .or(() -> logRatio(decisive).isPresent()
                        ? Optional.empty()
                        : Optional.of("no " + decisive.name().toLowerCase(Locale.ROOT)));
    }

    /** The natural logarithm of new divided by base; empty if one of the two is not known. */
    public OptionalDouble logRatio(Compared compared) {
        OptionalDouble baseValue = compared.of(base);
        OptionalDouble otherValue = compared.of(other);
        return baseValue.isPresent() && otherValue.isPresent()
                ? OptionalDouble.of(rounded(Math.log(otherValue.getAsDouble() / baseValue.getAsDouble())))
                : OptionalDouble.empty();
    }

    private static double rounded(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .doubleValue();
    }
}
