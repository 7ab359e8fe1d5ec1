package io.producerbench.sweep;

import io.producerbench.results.sample.MachineLimits;
import io.producerbench.results.sample.Warmth;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The rounds of a warm-up of the brokers, and whether they are warm after them. Pure.
 *
 * @param rounds in order
 */
public record WarmUp(List<Round> rounds) {
    /**
     * The brokers' compilers may use at most this share of the machine in a round. They never stop
     * altogether while clients come and go.
     */
    static final double MOST_BROKER_JIT = 0.05;

    private static final int LEAST_ROUNDS = 3;

    /** A round whose rate is not this share above the best before it counts as no rise. */
    private static final double RISE = 0.03;

    /** A round whose rate is this share below the best one was a slow moment, and no plateau. */
    private static final double DIP = 0.10;

    /** The same where the compilers tell that they are done, because rounds on two cores scatter. */
    private static final double DIP_OF_COMPILED = 0.15;

    /** How many rounds in a row must show no rise. */
    private static final int FLAT_ROUNDS = 2;

    /**
     * One round: every mode for a second.
     *
     * @param recordsPerSecond by mode, and over all modes under {@code all}
     * @param brokerJitShare share of all cores' time that the brokers' compilers used; empty if they
     *     do not tell
     * @param othersShare share of all cores' time that other processes used; empty if it cannot be
     *     read
     */
    public record Round(
            int number, Map<String, Long> recordsPerSecond, OptionalDouble brokerJitShare, OptionalDouble othersShare) {
        long overall() {
            return recordsPerSecond.get("all");
        }

        private boolean isDisturbed() {
            return othersShare.orElse(0) > MachineLimits.DEFAULT.mostOthers();
        }

        private double dip() {
            return brokerJitShare.isPresent() ? DIP_OF_COMPILED : DIP;
        }

        private boolean isCompiling() {
            return brokerJitShare.orElse(0) > MOST_BROKER_JIT;
        }
    }

    public WarmUp {
        rounds = List.copyOf(rounds);
    }

    /**
     * True if the last rounds that others left alone were no faster than the best round before
     * them, nor much slower, and the brokers had almost stopped compiling.
     */
    boolean isDone() {
        List<Round> undisturbed =
                rounds.stream().filter(round -> !round.isDisturbed()).toList();
        if (undisturbed.size() < LEAST_ROUNDS) {
            return false;
        }
        int before = undisturbed.size() - FLAT_ROUNDS;
        long best = undisturbed.subList(0, before).stream()
                .mapToLong(Round::overall)
                .max()
                .orElseThrow();
        return undisturbed.subList(before, undisturbed.size()).stream()
                .allMatch(round -> round.overall() <= best * (1 + RISE)
                        && round.overall() >= best * (1 - round.dip())
                        && !round.isCompiling());
    }

    /** Returns whether the brokers are warm; unknown where they do not tell what they compile. */
    public Warmth warmth() {
        if (!isDone()) {
            return Warmth.COLD;
        }
        return rounds.get(rounds.size() - 1).brokerJitShare.isPresent() ? Warmth.WARM : Warmth.UNKNOWN;
    }
}
