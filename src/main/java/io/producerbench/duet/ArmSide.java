package io.producerbench.duet;

import io.producerbench.results.HostMeasurements;
import io.producerbench.results.SampleRow;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One arm's sample in a pair, and the state of the machine around it.
 *
 * @param sample the row that a sweep would have written
 * @param load the one-minute load average when the sample began; empty if the system does not tell
 * @param leaderMoves how often a partition of the sample's topic was seen to change its leader; empty if nobody could look
 */
public record ArmSide(SampleRow sample, OptionalDouble load, OptionalInt leaderMoves) {

    OptionalDouble steal() {
        return sample.host().map(HostMeasurements::stealShare).orElse(OptionalDouble.empty());
    }

    OptionalInt smallestIsr() {
        return sample.host().map(HostMeasurements::smallestIsr).orElse(OptionalInt.empty());
    }
}
