package io.producerbench.duet;

import io.producerbench.results.RunIdentity;
import io.producerbench.scenario.Scenario;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Two samples of one scenario, one for each arm, whose slots alternate: one row of
 * {@code duet.csv}.
 *
 * @param run the identity of the measuring program; the samples have the identities of their arms
 * @param scenario the scenario of the base arm, which all pairs of a scenario share
 * @param order which of the two forks was started first
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
    /**
     * Decimals of a logarithm in the file. All that is computed uses the rounded value, so that a
     * reader of the file gets the same judgement.
     */
    private static final int DECIMALS = 9;

    /** Returns the sample whose fork was started first. */
    ArmSide first() {
        return order == PairOrder.BASE_FIRST ? base : other;
    }

    /** Returns why the pair is dropped; empty if it counts. */
    public Optional<String> dropped() {
        ComparedMetric decisive = ComparedMetric.decisive(scenario);
        return rule.reason(this)
                .or(() -> logRatio(decisive).isPresent()
                        ? Optional.empty()
                        : Optional.of("no " + decisive.metric().name()));
    }

    /**
     * Returns the natural logarithm of new divided by base; empty if one of the two is not known.
     */
    public OptionalDouble logRatio(ComparedMetric compared) {
        OptionalDouble logRatio = compared.logRatio(base.sample(), other.sample());
        return logRatio.isPresent() ? OptionalDouble.of(rounded(logRatio.getAsDouble())) : OptionalDouble.empty();
    }

    private static double rounded(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .doubleValue();
    }
}
