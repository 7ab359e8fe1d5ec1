package io.producerbench.duet;

import io.producerbench.stats.Judgement;
import io.producerbench.stats.LookResult;
import io.producerbench.stats.Looks;
import io.producerbench.stats.Metric;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a duet says of one scenario by one metric: one row of {@code duet-summary.csv}.
 *
 * @param pairs the scenario's rows of {@code duet.csv}, dropped ones too
 * @param isJudged true if the scenario is judged by this metric; the other metrics are only shown
 * @param base the base arm's values in the pairs that count
 * @param other the new arm's
 * @param result empty while there is none: too few pairs that count
 */
public record DuetSummaryRow(
        List<Map<String, String>> pairs,
        Metric metric,
        boolean isJudged,
        List<Double> base,
        List<Double> other,
        Looks looks,
        Optional<LookResult> result) {

    /** A cell that all pairs of the scenario share. */
    String shared(String column) {
        return pairs.get(0).getOrDefault(column, "");
    }

    public long dropped() {
        return pairs.stream().filter(DuetSummary::isDropped).count();
    }

    /** What is said, in one word; of a metric that is not judged nothing. */
    public String judgement() {
        return isJudged
                ? result.map(LookResult::judgement)
                        .orElse(Judgement.INCONCLUSIVE)
                        .name()
                : "";
    }

    /** What to do about a scenario of which nothing can be said. */
    public Optional<String> advice() {
        int fewest = looks.pairs().get(0);
        if (!isJudged || result.filter(LookResult::isDecided).isPresent()) {
            return Optional.empty();
        }
        if (base.size() < fewest) {
            return Optional.of("too few pairs, " + base.size() + " of at least " + fewest);
        }
        return Optional.of("not decided by " + base.size() + " pairs");
    }

    public String scenario() {
        return shared("scenario");
    }

    public double baseMedian() {
        return median(base);
    }

    public double newMedian() {
        return median(other);
    }

    public boolean isWorse() {
        return judgement().equals(Judgement.SLOWER.name());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
