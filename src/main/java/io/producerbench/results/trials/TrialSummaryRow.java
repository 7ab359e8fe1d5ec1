package io.producerbench.results.trials;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.ResultRow;
import io.producerbench.results.TrialKeys;
import io.producerbench.stats.AnomalyRate;
import io.producerbench.stats.MedianInterval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * The row of one cell over all its trials.
 *
 * @param trials all trials of the cell
 */
public record TrialSummaryRow(List<ResultRow> trials) {
    static final Comparator<TrialSummaryRow> BY_CELL = Comparator.comparing(row -> TrialSummary.CELL.stream()
            .map(row::shared)
            .map(TrialSummaryRow::sortable)
            .collect(Collectors.joining(",")));

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** Returns the text that sorts C5 before C10. */
    private static String sortable(String cell) {
        return NUMBER.matcher(cell).replaceAll(number -> String.format(Locale.ROOT, "%12s", number.group()));
    }

    /** Returns the value of a column in which all trials agree. */
    String shared(ColumnKey column) {
        return trials.get(0).text(column);
    }

    /** Returns the trials that can be judged. */
    List<ResultRow> valid() {
        return trials.stream()
                .filter(trial -> isVerdict(trial, "HELD") || isVerdict(trial, "BROKEN"))
                .toList();
    }

    int withVerdict(String verdict) {
        return (int) trials.stream().filter(trial -> isVerdict(trial, verdict)).count();
    }

    private static boolean isVerdict(ResultRow trial, String verdict) {
        return trial.text(TrialKeys.VERDICT).equals(verdict);
    }

    int asExpected() {
        return (int) valid().stream()
                .filter(trial -> trial.text(TrialKeys.AS_EXPECTED).equals("true"))
                .count();
    }

    /** Returns how often a watched anomaly was seen; empty without a valid trial. */
    Optional<AnomalyRate> rate() {
        return valid().isEmpty()
                ? Optional.empty()
                : Optional.of(new AnomalyRate(withVerdict("BROKEN"), valid().size()));
    }

    /**
     * Returns the different values of a column, joined by {@code +}, in the order of the trials.
     */
    String distinct(ColumnKey column) {
        return trials.stream()
                .map(trial -> trial.text(column))
                .filter(cell -> !cell.isEmpty())
                .distinct()
                .collect(Collectors.joining("+"));
    }

    /** Returns the values of a column in the valid trials, without empty cells. */
    DoubleStream values(ColumnKey column) {
        return values(trial -> trial.text(column));
    }

    /** Returns each valid trial's count of the anomaly that it watches first. */
    DoubleStream firstCounts() {
        return values(trial -> CountedAnomalies.watched(trial.text(TrialKeys.WATCHED)).stream()
                .findFirst()
                .map(anomaly -> trial.text(CountedAnomalies.column(anomaly)))
                .orElse(""));
    }

    private DoubleStream values(Function<ResultRow, String> cell) {
        return valid().stream().map(cell).filter(text -> !text.isEmpty()).mapToDouble(Double::parseDouble);
    }

    /** Returns the sum of a column; empty, not 0, if no valid trial has a value. */
    OptionalDouble sum(ColumnKey column) {
        double[] values = values(column).toArray();
        return values.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(DoubleStream.of(values).sum());
    }

    /** Returns the counts of an anomaly that are not 0. */
    double[] where(Anomaly anomaly) {
        return values(CountedAnomalies.column(anomaly))
                .filter(count -> count != 0)
                .toArray();
    }

    static OptionalDouble median(double[] values) {
        return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(MedianInterval.medianOf(values));
    }

    String facts() {
        return Facts.merged(
                valid().stream().map(trial -> trial.text(TrialKeys.FACTS)).toList());
    }

    String warnings() {
        List<String> warnings = new ArrayList<>();
        int unjudged = trials.size() - valid().size();
        if (unjudged > 0) {
            warnings.add(unjudged + " of " + trials.size() + " trials are INVALID or UNKNOWN and are left out");
        }
        int unexpected = valid().size() - asExpected();
        if (unexpected > 0) {
            warnings.add(unexpected + " of " + valid().size() + " valid trials are not as expected");
        }
        for (Anomaly anomaly : CountedAnomalies.ALL) {
            int seen = seenUnwatched(anomaly);
            if (seen > 0) {
                warnings.add(anomaly + " is not watched and was seen in " + seen + " trials");
            }
        }
        return String.join("; ", warnings);
    }

    private int seenUnwatched(Anomaly anomaly) {
        return (int) valid().stream()
                .filter(trial ->
                        !CountedAnomalies.watched(trial.text(TrialKeys.WATCHED)).contains(anomaly))
                .map(trial -> trial.text(CountedAnomalies.column(anomaly)))
                .filter(count -> !count.isEmpty() && Long.parseLong(count) != 0)
                .count();
    }
}
