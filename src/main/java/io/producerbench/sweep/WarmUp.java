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

    /**
     * A round whose rate is this share below the best one was a slow moment, and no plateau. Rounds
     * on two cores scatter by as much.
     */
    private static final double DIP = 0.15;

    /** How many rounds in a row must show no rise. */
    private static final int FLAT_ROUNDS = 2;

    /**
     * How many rounds are compared with as many before them where brokers do not tell what they
     * compile. Cold ones may stand still for three rounds at a tenth of what is to come.
     */
    private static final int LEVEL_ROUNDS = 5;

    /** How far the mean of those rounds may lie from that of the rounds before, as a share. */
    private static final double LEVEL = 0.05;

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

        private boolean isCompiling() {
            return brokerJitShare.orElse(0) > MOST_BROKER_JIT;
        }
    }

    public WarmUp {
        rounds = List.copyOf(rounds);
    }

    /**
     * True if the rounds that others left alone no longer rise, and the brokers have almost stopped
     * compiling.
     */
    boolean isDone() {
        List<Round> undisturbed =
                rounds.stream().filter(round -> !round.isDisturbed()).toList();
        return tells() ? isFlat(undisturbed) : isLevel(undisturbed);
    }

    private boolean tells() {
        return !rounds.isEmpty() && rounds.get(rounds.size() - 1).brokerJitShare.isPresent();
    }

    /** True if the last rounds were no faster than the best one before, nor much slower, and compiled little. */
    private static boolean isFlat(List<Round> rounds) {
        if (rounds.size() < LEAST_ROUNDS) {
            return false;
        }
        int before = rounds.size() - FLAT_ROUNDS;
        long best = rounds.subList(0, before).stream()
                .mapToLong(Round::overall)
                .max()
                .orElseThrow();
        return rounds.subList(before, rounds.size()).stream()
                .allMatch(round -> round.overall() <= best * (1 + RISE)
                        && round.overall() >= best * (1 - DIP)
                        && !round.isCompiling());
    }

    /** True if the last rounds were on average as fast as those before them. */
    private static boolean isLevel(List<Round> rounds) {
        int middle = rounds.size() - LEVEL_ROUNDS;
        if (middle < LEVEL_ROUNDS) {
            return false;
        }
        double before = mean(rounds.subList(middle - LEVEL_ROUNDS, middle));
        double last = mean(rounds.subList(middle, rounds.size()));
        return Math.abs(last - before) <= before * LEVEL;
    }

    private static double mean(List<Round> rounds) {
        return rounds.stream().mapToLong(Round::overall).average().orElseThrow();
    }

    /** Returns whether the brokers are warm; unknown where they do not tell what they compile. */
    public Warmth warmth() {
        if (!isDone()) {
            return Warmth.COLD;
        }
        return tells() ? Warmth.WARM : Warmth.UNKNOWN;
    }
}
