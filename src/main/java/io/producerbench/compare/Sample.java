package io.producerbench.compare;

import io.producerbench.results.MedianInterval;
import io.producerbench.results.ResultRow;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The values that one side has of one metric in one cell: one a block, of the samples that are OK.
 *
 * @param left samples that are not OK, and so not among the values
 */
public record Sample(double[] values, int left) {

    /** @throws io.producerbench.results.ResultFileException if a value is there that cannot be one */
    public static Sample of(Metric metric, List<ResultRow> rows) {
        double[] values = rows.stream()
                .filter(RunSamples::isOk)
                .map(row -> positive(row, metric.name()))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        long ok = rows.stream().filter(RunSamples::isOk).count();
        return new Sample(values, (int) (rows.size() - ok));
    }

    private static OptionalDouble positive(ResultRow row, String column) {
        OptionalDouble value = row.number(column);
        row.require(value.isEmpty() || value.getAsDouble() > 0, column, "a number above 0");
        return value;
    }

    public int n() {
        return values.length;
    }

    /** Empty without a value. */
    public OptionalDouble median() {
        return n() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(MedianInterval.of(values).median());
    }

    /** Empty below six values. */
    public Optional<MedianInterval.Range> interval() {
        return n() == 0 ? Optional.empty() : MedianInterval.of(values).interval();
    }

    double[] logarithms() {
        return Arrays.stream(values).map(Math::log).toArray();
    }

    /** The sum of the squared distances of the logarithms from their mean. */
    double squaredDistances() {
        double[] logarithms = logarithms();
        double mean = Arrays.stream(logarithms).average().orElse(0);
        return Arrays.stream(logarithms).map(v -> (v - mean) * (v - mean)).sum();
    }
}
