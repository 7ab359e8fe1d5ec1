package io.producerbench.stats;

import java.util.Map;
import java.util.Optional;

/**
 * How large one thing is relative to another that was measured beside it in the same blocks. Each
 * block gives one ratio, because what slows down a whole block slows down both. Median and interval
 * are over these ratios and assume no distribution (see {@link MedianInterval}).
 *
 * @param pairs the number of blocks that have both
 */
public record PairedRatio(int pairs, double median, Optional<Interval> interval) {

    /**
     * Returns new divided by base; empty if no block has both.
     *
     * @param base the values, which are above 0, by block
     * @param next likewise
     */
    public static <B> Optional<PairedRatio> of(Map<B, Double> base, Map<B, Double> next) {
        double[] ratios = next.keySet().stream()
                .filter(base::containsKey)
                .mapToDouble(block -> next.get(block) / base.get(block))
                .toArray();
        if (ratios.length == 0) {
            return Optional.empty();
        }
        MedianInterval median = MedianInterval.of(ratios);
        return Optional.of(new PairedRatio(ratios.length, median.median(), median.interval()));
    }
}
