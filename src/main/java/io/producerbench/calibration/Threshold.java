package io.producerbench.calibration;

import io.producerbench.stats.MedianInterval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.DoublePredicate;

/**
 * The target of a check: for the median over the blocks, for its lower bound, or for every block.
 */
public sealed interface Threshold {
    /** @param blocks one value for each block, at least one */
    PassFail judge(List<Double> blocks);

    /** Returns the target for people; empty if there is none. */
    String text();

    static Threshold none() {
        return new None();
    }

    static Threshold atMost(double limit) {
        return new Median("≤", limit, median -> median <= limit);
    }

    static Threshold atLeast(double limit) {
        return new Median("≥", limit, median -> median >= limit);
    }

    /**
     * The median must reach {@code limit}, and the lower end of its 95 % interval
     * {@code lowerBound}.
     */
    static Threshold atLeast(double limit, double lowerBound) {
        return new LowerBound(limit, lowerBound);
    }

    /** The median is at most this far from 0, in either direction. */
    static Threshold atMostAbsolute(double limit) {
        return new Median("|x| ≤", limit, median -> Math.abs(median) <= limit);
    }

    /** Every block must be 0, because the median would hide up to half of the blocks. */
    static Threshold zeroInEveryBlock() {
        return new ZeroInEveryBlock();
    }

    private static PassFail mark(boolean reached) {
        return reached ? PassFail.PASS : PassFail.MISS;
    }

    private static MedianInterval interval(List<Double> blocks) {
        return MedianInterval.of(
                blocks.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Returns a whole number without decimals, any other with at least two. */
    private static String plain(double limit, double... beside) {
        int decimals = decimals(limit);
        for (double other : beside) {
            decimals = Math.max(decimals, decimals(other));
        }
        return BigDecimal.valueOf(limit)
                .setScale(decimals, RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    private static int decimals(double limit) {
        int needed = BigDecimal.valueOf(limit).stripTrailingZeros().scale();
        return needed <= 0 ? 0 : Math.max(2, needed);
    }

    /** There is no target. */
    record None() implements Threshold {
        @Override
        public PassFail judge(List<Double> blocks) {
            return PassFail.NONE;
        }

        @Override
        public String text() {
            return "";
        }
    }

    /** The median is on the right side of a limit. */
    record Median(String sign, double limit, DoublePredicate reached) implements Threshold {
        @Override
        public PassFail judge(List<Double> blocks) {
            return mark(reached.test(interval(blocks).median()));
        }

        @Override
        public String text() {
            return sign + " " + plain(limit);
        }
    }

    /** The median reaches one limit, and the lower end of its 95 % interval reaches another. */
    record LowerBound(double limit, double lowerBound) implements Threshold {
        @Override
        public PassFail judge(List<Double> blocks) {
            MedianInterval measured = interval(blocks);
            if (measured.median() < limit) {
                return PassFail.MISS;
            }
            return measured.interval()
                    .map(range -> mark(range.low() >= lowerBound))
                    .orElse(PassFail.NONE);
        }

        @Override
        public String text() {
            return "≥ " + plain(limit, lowerBound) + " (lower bound ≥ " + plain(lowerBound, limit) + ")";
        }
    }

    /** Every block is 0. */
    record ZeroInEveryBlock() implements Threshold {
        @Override
        public PassFail judge(List<Double> blocks) {
            return mark(blocks.stream().allMatch(value -> value == 0));
        }

        @Override
        public String text() {
            return "0 in every block";
        }
    }
}
