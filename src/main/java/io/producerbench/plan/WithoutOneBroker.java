package io.producerbench.plan;

import io.producerbench.guarantee.Mode;
import io.producerbench.latency.Latency;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.SummaryKeys;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What remains of a mode with one of the measured brokers down, relative to all brokers up in the
 * same run.
 *
 * @param rate the highest rate
 * @param p99 at the same fixed rate
 * @param unavailableMs how long nothing could be written to the dead broker's partitions
 */
record WithoutOneBroker(OptionalDouble rate, OptionalDouble p99, OptionalDouble unavailableMs) {
    /** Returns what the last run that has the mode both ways says; empty if none has. */
    static Optional<WithoutOneBroker> of(Mode mode, List<SweptRun> runs, int recordSize, int minInsyncReplicas) {
        return runs.stream()
                .flatMap(run -> of(mode, run, recordSize, minInsyncReplicas).stream())
                .reduce((first, second) -> second);
    }

    private static Optional<WithoutOneBroker> of(Mode mode, SweptRun run, int recordSize, int minInsyncReplicas) {
        Optional<ResultRow> up = MeasuredMode.fastest(mode, run, 0, recordSize, minInsyncReplicas);
        Optional<ResultRow> down = MeasuredMode.fastest(mode, run, 1, recordSize, minInsyncReplicas);
        if (up.isEmpty() || down.isEmpty()) {
            return Optional.empty();
        }
        List<ResultRow> fixedUp = run.atFixedRate(up.get(), mode, 0).toList();
        Optional<ResultRow> fixedDown = run.atFixedRate(down.get(), mode, 1).findFirst();
        OptionalDouble p99 = fixedDown
                .flatMap(one -> fixedUp.stream()
                        .filter(other ->
                                other.text(ScenarioKeys.TARGET_RATE).equals(one.text(ScenarioKeys.TARGET_RATE)))
                        .findFirst()
                        .map(other -> quotient(p99(one), p99(other))))
                .orElse(OptionalDouble.empty());
        OptionalDouble unavailable = Stream.concat(fixedDown.stream(), down.stream())
                .map(row -> row.amount(SampleKeys.UNAVAILABLE_MS.median()))
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElse(OptionalDouble.empty());
        return Optional.of(new WithoutOneBroker(quotient(rate(down.get()), rate(up.get())), p99, unavailable));
    }

    private static OptionalDouble rate(ResultRow row) {
        return row.amount(SampleKeys.RECORDS_PER_S.median());
    }

    private static OptionalDouble p99(ResultRow row) {
        return row.amount(SummaryKeys.pooled(Latency.ACK, PlanPercentile.P99.statistic()));
    }

    private static OptionalDouble quotient(OptionalDouble one, OptionalDouble other) {
        return one.isPresent() && other.orElse(0) > 0
                ? OptionalDouble.of(one.getAsDouble() / other.getAsDouble())
                : OptionalDouble.empty();
    }
}
