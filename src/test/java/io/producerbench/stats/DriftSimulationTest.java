package io.producerbench.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * How often rules alarm if the machine drifts and the code is the same. Forks of the same code
 * follow each other. A fork has a level of its own (SD 1.5 %), its iterations scatter around it (2
 * %), and the machine drifts under both (an AR(1) process, SD 4 %, with a memory of ten forks). The
 * simulation has a fixed seed, so the counts never change.
 */
class DriftSimulationTest {
    private static final int COMPARISONS = 2000;
    private static final double DRIFT_SD = 0.04;
    private static final double FORGETS_AFTER_FORKS = 10;
    private static final double FORK_SD = 0.015;
    private static final double ITERATION_SD = 0.02;
    private static final int ITERATIONS = 5;
    private static final int SEQUENTIAL_FORKS = 5;

    /**
     * So narrow that every interval without 1 gives a judgement, which is the largest number of
     * alarms that the looks can give.
     */
    private static final PairedComparison ANY_DIFFERENCE =
            new PairedComparison(Direction.HIGHER, new Margin(1e-9), Looks.USUAL);

    private final Random random = new Random(7);

    @Test
    void pairs_in_random_order_with_looks_alarm_no_more_often_than_alpha() {
        assertThat(alarmsOfPairs(0)).isLessThanOrEqualTo((int) (COMPARISONS * Looks.USUAL.alpha()));
    }

    @Test
    void and_find_five_percent_nearly_always() {
        assertThat(alarmsOfPairs(-0.05)).isGreaterThan(COMPARISONS * 95 / 100);
    }

    @Test
    void looking_as_often_without_spending_the_error_alarms_too_often() {
        PairedComparison greedy =
                new PairedComparison(Direction.HIGHER, new Margin(1e-9), new Looks(Looks.USUAL.pairs(), 0.04));

        assertThat(alarmsOfPairs(greedy, 0)).isGreaterThan((int) (COMPARISONS * 0.01 * 1.5));
    }

    @Test
    void one_side_after_the_other_alarms_in_half_of_all_comparisons() {
        int byWelch = 0;
        int byJmh = 0;
        for (int comparison = 0; comparison < COMPARISONS; comparison++) {
            PooledIterations pooled = sequential();
            byWelch += pooled.welchPValue() <= 0.01 ? 1 : 0;
            byJmh += pooled.jmhIntervalsAreApart() ? 1 : 0;
        }

        assertThat(byWelch).isBetween(COMPARISONS * 40 / 100, COMPARISONS * 60 / 100);
        assertThat(byJmh).isBetween(COMPARISONS * 10 / 100, COMPARISONS * 25 / 100);
    }

    private int alarmsOfPairs(double effect) {
        return alarmsOfPairs(ANY_DIFFERENCE, effect);
    }

    private int alarmsOfPairs(PairedComparison comparison, double effect) {
        int alarms = 0;
        for (int i = 0; i < COMPARISONS; i++) {
            Judgement judgement = comparison
                    .after(pairs(comparison.looks().most(), effect))
                    .orElseThrow()
                    .judgement();
            alarms += judgement == Judgement.FASTER || judgement == Judgement.SLOWER ? 1 : 0;
        }
        return alarms;
    }

    private List<Double> pairs(int count, double effect) {
        double[] drift = drift(2 * count);
        List<Double> ratios = new ArrayList<>();
        for (int pair = 0; pair < count; pair++) {
            boolean exchanged = random.nextBoolean();
            double base = drift[2 * pair + (exchanged ? 1 : 0)] + mean(fork());
            double other = drift[2 * pair + (exchanged ? 0 : 1)] + mean(fork()) + effect;
            ratios.add(other - base);
        }
        return ratios;
    }

    private PooledIterations sequential() {
        double[] drift = drift(2 * SEQUENTIAL_FORKS);
        List<Double> base = new ArrayList<>();
        List<Double> other = new ArrayList<>();
        for (int fork = 0; fork < drift.length; fork++) {
            double level = drift[fork];
            (fork < SEQUENTIAL_FORKS ? base : other)
                    .addAll(fork().stream().map(value -> value + level).toList());
        }
        return new PooledIterations(base, other);
    }

    private List<Double> fork() {
        double level = FORK_SD * random.nextGaussian();
        List<Double> iterations = new ArrayList<>();
        for (int i = 0; i < ITERATIONS; i++) {
            iterations.add(level + ITERATION_SD * random.nextGaussian());
        }
        return iterations;
    }

    private double[] drift(int forks) {
        double keeps = Math.exp(-1 / FORGETS_AFTER_FORKS);
        double[] drift = new double[forks];
        double now = DRIFT_SD * random.nextGaussian();
        for (int fork = 0; fork < forks; fork++) {
            drift[fork] = now;
            now = keeps * now + DRIFT_SD * Math.sqrt(1 - keeps * keeps) * random.nextGaussian();
        }
        return drift;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
