package io.producerbench.duet;

import io.producerbench.results.ASample;
import io.producerbench.results.sample.MachineLimits;
import io.producerbench.scenario.Axis;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Makes pairs that count unless a test changes one side. */
final class ADuet {
    static final DropRule USUAL = new DropRule(MachineLimits.USUAL_MOST_STEAL, MachineLimits.DEFAULT);

    private ADuet() {}

    static ASample sample() {
        return ASample.atMaxRate(Map.of());
    }

    static ArmSide side(ASample sample, int order) {
        return new ArmSide(sample.row(1, order), OptionalDouble.of(1.25), OptionalInt.of(0));
    }

    static DuetPair pair(ArmSide base, ArmSide other) {
        return pair(base, other, USUAL);
    }

    static DuetPair pair(ArmSide base, ArmSide other, DropRule rule) {
        return new DuetPair(
                ASample.RUN,
                "linger.ms=5",
                "linger.ms=0",
                1,
                base.sample().step().scenario(),
                PairOrder.BASE_FIRST,
                base,
                other,
                rule);
    }

    static DuetPair of(ASample base, ASample other) {
        return pair(side(base, 1), side(other, 2));
    }

    static ASample withoutAcknowledgements() {
        return ASample.atMaxRate(Map.of(Axis.ACKS, "0"));
    }
}
