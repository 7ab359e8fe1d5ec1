package io.producerbench.curve;

import io.producerbench.results.SampleRow;
import io.producerbench.results.sample.HostMeasurements;
import io.producerbench.results.sample.MachineCheck;
import io.producerbench.results.sample.MachineLimits;
import io.producerbench.results.sample.Problem;
import io.producerbench.results.sample.Status;
import io.producerbench.sweep.SampleRunner.Sample;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides which trials are dropped. It looks at the machine and the brokers and never at rates,
 * latencies or losses, because a rule that drops slow trials would make every result too high. A
 * trial that misses its rate counts therefore, although a sweep would call the sample INVALID.
 *
 * @param mostSteal the largest share of all cores' time that the hypervisor may have taken
 * @param limits how much else may have disturbed the machine
 */
public record TrialDropRule(double mostSteal, MachineLimits limits) {
    /** Returns the first reason to drop the trial; empty if it counts. */
    Optional<String> reason(Sample sample) {
        SampleRow row = sample.row();
        if (row.status() == Status.FAILED || row.host().isEmpty()) {
            return Optional.of(row.status() + ": " + row.statusReason());
        }
        HostMeasurements host = row.host().get();
        return host.clusterFailure()
                .or(() -> stolen(host))
                .or(() -> MachineCheck.problems(host.load(), limits).stream()
                        .map(Problem::text)
                        .findFirst())
                .or(() -> outOfSync(row, host))
                .or(() -> moved(sample));
    }

    private Optional<String> stolen(HostMeasurements host) {
        double steal = host.load().steal().orElse(0);
        return steal > mostSteal
                ? Optional.of(String.format(Locale.ROOT, "steal %.3f, at most %.3f may be", steal, mostSteal))
                : Optional.empty();
    }

    private static Optional<String> outOfSync(SampleRow row, HostMeasurements host) {
        int live = row.step().scenario().liveReplicas();
        int isr = host.smallestIsr().orElse(live);
        return isr < live ? Optional.of(isr + " in-sync replicas of " + live) : Optional.empty();
    }

    /** With a dead broker leaders move because of its death, which is part of the scenario. */
    private static Optional<String> moved(Sample sample) {
        int moves = sample.leaderMoves().orElse(0);
        boolean expected = sample.row().step().scenario().brokersDown() > 0;
        return moves > 0 && !expected ? Optional.of(moves + " leaders moved") : Optional.empty();
    }
}
