package io.producerbench.compare;

import io.producerbench.results.ColumnKey;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunKeys;
import io.producerbench.results.SampleKeys;
import io.producerbench.stats.BlocksNeeded;
import io.producerbench.stats.Difference;
import io.producerbench.stats.Metric;
import io.producerbench.stats.MetricSample;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares both sides of one cell, or says why they cannot be compared.
 *
 * @param across the dimensions in which the sides may differ
 */
record Pairing(Set<HiddenDimension> across) {
    List<MetricComparison> compare(ComparedCell cell, List<ResultRow> base, List<ResultRow> next) {
        List<MetricComparison> comparisons = new ArrayList<>();
        cell.headline().ifPresent(metric -> comparisons.add(compare(cell, metric, MetricFamily.PRIMARY, base, next)));
        cell.secondary()
                .ifPresent(metric -> comparisons.add(compare(cell, metric, MetricFamily.SECONDARY, base, next)));
        return comparisons;
    }

    private MetricComparison compare(
            ComparedCell cell, Metric metric, MetricFamily family, List<ResultRow> base, List<ResultRow> next) {
        MetricSample baseSample = RunSamples.values(metric, base);
        MetricSample nextSample = RunSamples.values(metric, next);
        String reason = Stream.of(
                        mixed("base", base), mixed("new", next), hidden(base, next), tooFew(baseSample, nextSample))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        Optional<Difference> difference = reason.isEmpty()
                ? Optional.of(Difference.between(baseSample, nextSample, metric.margin()))
                : Optional.empty();
        return new MetricComparison(cell, metric, family, base, next, difference, Optional.empty(), reason);
    }

    /**
     * Returns how a side mixes things that must be the same in all its rows; empty if it does not.
     */
    private static String mixed(String side, List<ResultRow> rows) {
        List<String> mixed = Stream.concat(Stream.of(RunKeys.COMMIT), HiddenDimension.columns().stream())
                .filter(column -> rows.stream()
                                .map(row -> HiddenDimension.cell(row, column))
                                .distinct()
                                .count()
                        > 1)
                .map(ColumnKey::name)
                .toList();
        if (!mixed.isEmpty()) {
            return side + " varies in " + String.join(", ", mixed);
        }
        Set<List<String>> blocks = new HashSet<>();
        boolean twice = rows.stream()
                .filter(RunSamples::isOk)
                .anyMatch(row -> !blocks.add(List.of(row.text(RunKeys.RUN_ID), row.text(SampleKeys.BLOCK))));
        return twice ? side + " has two samples of one block" : "";
    }

    private String hidden(List<ResultRow> base, List<ResultRow> next) {
        return Stream.of(HiddenDimension.values())
                .filter(dimension -> !across.contains(dimension))
                .map(HiddenDimension::column)
                .filter(column ->
                        !HiddenDimension.cell(base.get(0), column).equals(HiddenDimension.cell(next.get(0), column)))
                .map(column -> column + " " + HiddenDimension.cell(base.get(0), column) + " and "
                        + HiddenDimension.cell(next.get(0), column))
                .collect(Collectors.joining("; "));
    }

    private static String tooFew(MetricSample base, MetricSample next) {
        return Math.min(base.n(), next.n()) < BlocksNeeded.FEWEST
                ? "n=" + base.n() + "+" + next.n() + ", fewer than " + BlocksNeeded.FEWEST + "+" + BlocksNeeded.FEWEST
                : "";
    }
}
