package io.producerbench.results;

import io.producerbench.latency.Latency;
import io.producerbench.stats.Interval;
import io.producerbench.stats.MedianInterval;
import io.producerbench.stats.PairedRatio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * The row of one scenario over all its blocks.
 *
 * @param samples all samples of the scenario, every attempt
 * @param usable those whose status is OK
 * @param pooled the usable blocks' histograms added up, in nanoseconds
 * @param drift of the whole run
 * @param ratios of the whole run
 */
public record SummaryRow(
        List<ResultRow> samples,
        List<ResultRow> usable,
        Map<Latency, Histogram> pooled,
        Optional<Drift> drift,
        Acks1Ratios ratios) {

    static final Comparator<SummaryRow> BY_SETTING = Comparator.comparing(row ->
            Summary.SETTING.stream().map(row::shared).map(SummaryRow::sortable).collect(Collectors.joining(",")));

    /** Returns the text that sorts numbers by size and everything else by alphabet. */
    private static String sortable(String cell) {
        return cell.chars().allMatch(Character::isDigit) ? String.format(Locale.ROOT, "%12s", cell) : cell;
    }

    /**
     * Returns the value of a column in which all samples agree; empty if the file is older than the
     * column.
     */
    public String shared(ColumnKey column) {
        return samples.get(0).textIfAny(column);
    }

    /** Returns the median over the usable blocks; empty if the column applies to none of them. */
    public OptionalDouble medianOf(ColumnKey column) {
        double[] values = values(column);
        return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(MedianInterval.medianOf(values));
    }

    Optional<Interval> interval(ColumnKey column) {
        double[] values = values(column);
        return values.length == 0 ? Optional.empty() : MedianInterval.of(values).interval();
    }

    OptionalDouble maxOf(ColumnKey column) {
        return Arrays.stream(values(column)).max();
    }

    /** Returns the metric relative to {@code acks=1} in the same run. */
    public Optional<PairedRatio> relative(RelativeMetric metric) {
        return ratios.of(samples.get(0), metric);
    }

    private double[] values(ColumnKey column) {
        return cells(column).mapToDouble(Double::parseDouble).toArray();
    }

    String count(Latency latency) {
        return pooled.containsKey(latency) ? Long.toString(pooled.get(latency).getTotalCount()) : "";
    }

    String distinct(ColumnKey column) {
        return cells(column).distinct().sorted().collect(Collectors.joining("+"));
    }

    /**
     * Returns the cells of the usable blocks that are not empty; none if the file is older than the
     * column.
     */
    private Stream<String> cells(ColumnKey column) {
        return usable.stream().map(sample -> sample.textIfAny(column)).filter(cell -> !cell.isEmpty());
    }

    long blocks() {
        return samples.stream()
                .map(sample -> sample.text(SampleKeys.BLOCK))
                .distinct()
                .count();
    }

    /** Returns how many samples are further attempts. */
    long takenAgain() {
        return samples.size() - blocks();
    }

    /** True if a usable block found the brokers cold; empty if none tells. */
    String cold() {
        List<String> cells = cells(SampleKeys.COLD).toList();
        return cells.isEmpty() ? "" : String.valueOf(cells.contains("true"));
    }

    String warnings() {
        List<String> warnings = new ArrayList<>();
        long without = blocks() - usable.size();
        if (without > 0) {
            warnings.add(without + " of " + blocks() + " blocks have no OK sample");
        }
        if (takenAgain() > 0) {
            warnings.add(takenAgain() + " samples were taken again");
        }
        if (cold().equals("true")) {
            warnings.add("the brokers were cold");
        }
        if (usable.size() < MedianInterval.FEWEST) {
            warnings.add("a 95 % interval needs " + MedianInterval.FEWEST + " valid blocks, got " + usable.size());
        }
        if (drift.map(Drift::noteworthy).orElse(false)) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "rates drifted by %+.1f %% over the run",
                    100 * drift.orElseThrow().share()));
        }
        return String.join("; ", warnings);
    }
}
