package io.producerbench.compare;

import io.producerbench.results.ResultRow;
import io.producerbench.stats.BlocksNeeded;
import io.producerbench.stats.Difference;
import io.producerbench.stats.MannWhitney;
import io.producerbench.stats.MetricSample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Comparisons within one run whose outcome is known. While all brokers are up
 * {@code min.insync.replicas} costs nothing, so cells that differ in nothing else must not show
 * differences more often than chance allows.
 *
 * @param tests the number of comparisons
 * @param alarms how many of them show a difference
 */
public record NullControls(int tests, int alarms) {
    private static final double LEVEL = 0.99;

    static NullControls in(RunSamples... sides) {
        NullControls sum = new NullControls(0, 0);
        for (RunSamples side : sides) {
            sum = sum.and(in(side.cells()));
        }
        return sum;
    }

    private static NullControls in(Map<ComparedCell, List<ResultRow>> cells) {
        Map<ComparedCell, List<MetricSample>> triplets = new LinkedHashMap<>();
        cells.forEach((cell, rows) -> cell.headline()
                .map(metric -> RunSamples.values(metric, rows))
                .filter(sample -> sample.n() >= BlocksNeeded.FEWEST)
                .ifPresent(sample -> cell.healthyTriplet()
                        .ifPresent(triplet -> triplets.computeIfAbsent(triplet, unused -> new ArrayList<>())
                                .add(sample))));
        return triplets.values().stream().map(NullControls::among).reduce(new NullControls(0, 0), NullControls::and);
    }

    /** Compares every pair of these samples, which all measured the same thing. */
    static NullControls among(List<MetricSample> samples) {
        int tests = 0;
        int alarms = 0;
        for (int i = 0; i < samples.size(); i++) {
            for (int j = i + 1; j < samples.size(); j++) {
                tests++;
                double p = MannWhitney.of(
                                samples.get(i).values(), samples.get(j).values())
                        .p();
                alarms += p <= Difference.ALPHA ? 1 : 0;
            }
        }
        return new NullControls(tests, alarms);
    }

    NullControls and(NullControls other) {
        return new NullControls(tests + other.tests, alarms + other.alarms);
    }

    /** Returns the largest number of alarms that chance explains: the 99 % quantile. */
    public int allowed() {
        return tests == 0 ? 0 : BinomialDistribution.of(tests, Difference.ALPHA).inverseCumulativeProbability(LEVEL);
    }

    /**
     * True if no more controls differ than chance allows. If false, the runs are not judged,
     * because what made equal cells differ may also have made the two sides differ.
     */
    public boolean isTrusted() {
        return alarms <= allowed();
    }
}
