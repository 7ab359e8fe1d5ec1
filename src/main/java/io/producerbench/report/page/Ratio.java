package io.producerbench.report.page;

import io.producerbench.results.ColumnKey;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.sample.Status;
import io.producerbench.stats.Interval;
import io.producerbench.stats.MedianInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How many times as much one setting has as another, of two samples that were taken in the same
 * block: the median over the blocks, and its 95 % interval.
 *
 * @param interval empty if there are too few blocks
 */
record Ratio(double median, Optional<Interval> interval, int blocks) {
    private static final List<ColumnKey> SCENARIO = List.of(
            ScenarioKeys.BENCHMARK,
            ScenarioKeys.ACKS,
            ScenarioKeys.ENABLE_IDEMPOTENCE,
            ScenarioKeys.TRANSACTIONAL,
            ScenarioKeys.MIN_INSYNC_REPLICAS,
            ScenarioKeys.RECORD_SIZE,
            ScenarioKeys.PARTITIONS,
            ScenarioKeys.PRODUCERS,
            ScenarioKeys.LINGER_MS,
            ScenarioKeys.BATCH_SIZE,
            ScenarioKeys.MAX_IN_FLIGHT,
            ScenarioKeys.COMPRESSION,
            ScenarioKeys.BUFFER_MEMORY,
            ScenarioKeys.RECORDS_PER_TRANSACTION,
            ScenarioKeys.KEYS,
            ScenarioKeys.TARGET_RATE,
            ScenarioKeys.LATENCY_SAMPLING,
            ScenarioKeys.BROKERS_DOWN);

    /**
     * Compares two settings, each by its row of the summary.
     *
     * @param samples the rows of {@code samples.csv}
     * @param number what is compared; empty where a sample does not have it
     */
    static Optional<Ratio> of(
            List<ResultRow> samples, ResultRow setting, ResultRow base, Function<ResultRow, OptionalDouble> number) {
        Map<String, Double> ours = byBlock(samples, setting, number);
        Map<String, Double> theirs = byBlock(samples, base, number);
        List<Double> ratios = new ArrayList<>();
        ours.forEach((block, value) -> {
            if (theirs.getOrDefault(block, 0.0) > 0) {
                ratios.add(value / theirs.get(block));
            }
        });
        if (ratios.isEmpty()) {
            return Optional.empty();
        }
        MedianInterval found = MedianInterval.of(
                ratios.stream().mapToDouble(Double::doubleValue).toArray());
        return Optional.of(new Ratio(found.median(), found.interval(), ratios.size()));
    }

    private static Map<String, Double> byBlock(
            List<ResultRow> samples, ResultRow setting, Function<ResultRow, OptionalDouble> number) {
        return samples.stream()
                .filter(row -> row.text(SampleKeys.STATUS).equals(Status.OK.name()))
                .filter(row -> SCENARIO.stream()
                        .allMatch(column -> row.textIfAny(column).equals(setting.textIfAny(column))))
                .filter(row -> number.apply(row).isPresent())
                .collect(Collectors.toMap(
                        row -> row.text(SampleKeys.BLOCK),
                        row -> number.apply(row).getAsDouble(),
                        (first, second) -> second));
    }

    /** Returns for instance {@code 0.57 ×}. */
    String times() {
        return String.format(Locale.ROOT, "%.2f ×", median);
    }

    /** Returns for instance {@code 0.50–0.62}; empty without an interval. */
    Optional<String> range() {
        return interval.map(ends -> String.format(Locale.ROOT, "%.2f–%.2f", ends.low(), ends.high()));
    }

    /** Returns for instance {@code 0.57 × (0.50–0.62)}. */
    String text() {
        return times() + range().map(range -> " (" + range + ")").orElse("");
    }
}
