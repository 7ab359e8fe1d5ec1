package io.producerbench.duet;

import io.producerbench.results.SampleRow;
import io.producerbench.results.sample.HostMeasurements;
import io.producerbench.results.sample.MachineLoad;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One arm's sample in a pair, and the state of the machine around it.
 *
 * @param sample the row that a sweep would write
 * @param load the one-minute load average just before the sample; empty if the system does not
 *     provide it
 * @param leaderMoves how many leader changes of the sample's partitions were observed; empty if
 *     they could not be observed
 */
public record ArmSide(SampleRow sample, OptionalDouble load, OptionalInt leaderMoves) {

    OptionalDouble steal() {
        return sample.host().map(HostMeasurements::load).map(MachineLoad::steal).orElse(OptionalDouble.empty());
    }

    OptionalInt smallestIsr() {
        return sample.host().map(HostMeasurements::smallestIsr).orElse(OptionalInt.empty());
    }
}
