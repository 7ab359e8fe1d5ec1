package io.producerbench.duet;

import io.producerbench.results.SampleRow;
import io.producerbench.results.sample.MachineLimits;
import io.producerbench.results.sample.Status;
import io.producerbench.scenario.Workload;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Decides which pairs are dropped. The rule is fixed before the first pair is measured, is the same
 * for both arms, and does not know which arm did better. It drops whole pairs, because dropping
 * single samples would favour an arm.
 *
 * @param mostSteal the largest share of all cores' time that the hypervisor may take in either
 *     sample
 * @param limits what else may disturb a sample that counts
 */
public record DropRule(double mostSteal, MachineLimits limits) {
    /** Returns the first reason to drop the pair; empty if it counts. */
    Optional<String> reason(DuetPair pair) {
        return Stream.<BiFunction<String, ArmSide, Optional<String>>>of(
                        this::notOk, this::stolen, this::outOfSync, this::moved)
                .flatMap(check -> Stream.of(check.apply("base", pair.base()), check.apply("new", pair.other())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> notOk(String arm, ArmSide side) {
        SampleRow sample = side.sample();
        return sample.status() == Status.OK
                ? Optional.empty()
                : Optional.of(arm + " " + sample.status() + ": " + sample.statusReason());
    }

    private Optional<String> stolen(String arm, ArmSide side) {
        double steal = side.steal().orElse(0);
        return when(steal > mostSteal, "%s: steal %.3f, at most %.3f may be", arm, steal, mostSteal);
    }

    private Optional<String> outOfSync(String arm, ArmSide side) {
        int isr = side.smallestIsr().orElse(Workload.REPLICATION_FACTOR);
        return when(
                isr < Workload.REPLICATION_FACTOR,
                "%s: %d in-sync replicas of %d",
                arm,
                isr,
                Workload.REPLICATION_FACTOR);
    }

    private Optional<String> moved(String arm, ArmSide side) {
        int moves = side.leaderMoves().orElse(0);
        return when(moves > 0, "%s: %d leaders moved", arm, moves);
    }

    private static Optional<String> when(boolean applies, String format, Object... values) {
        return applies ? Optional.of(String.format(Locale.ROOT, format, values)) : Optional.empty();
    }
}
