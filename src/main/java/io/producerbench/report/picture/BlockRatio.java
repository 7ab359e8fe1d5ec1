package io.producerbench.report.picture;

import io.producerbench.results.ColumnKey;
import io.producerbench.stats.MedianInterval;
import java.util.Map;
import java.util.OptionalDouble;

/** Divides one scenario's values by another's, block by block. */
final class BlockRatio {
    private BlockRatio() {}

    /** Returns the median of the quotients; empty if no block has both. */
    static OptionalDouble of(ColumnKey column, SweepCell base, SweepCell other) {
        Map<Long, Double> divisors = base.byBlock(column);
        double[] ratios = other.byBlock(column).entrySet().stream()
                .filter(block -> divisors.getOrDefault(block.getKey(), 0.0) > 0)
                .mapToDouble(block -> block.getValue() / divisors.get(block.getKey()))
                .toArray();
        return ratios.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(MedianInterval.medianOf(ratios));
    }
}
