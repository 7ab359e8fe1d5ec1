package io.producerbench.sweep;

import io.producerbench.guarantee.Mode;
import io.producerbench.results.Acks1Ratios;
import io.producerbench.results.RelativeMetric;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RowMode;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.stats.Interval;
import io.producerbench.stats.MedianInterval;
import io.producerbench.stats.PairedRatio;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What to make of a sweep: what the safest usual setting sustains of the rate of acks=1, in the same
 * blocks. One sentence; none if the run has not both. Pure.
 */
final class SummaryAdvice {
    private static final int USUAL_MINIMUM = 2;

    /** From the mode that is asked for most. */
    private static final List<Mode> MODES = List.of(Mode.ACKS_ALL, Mode.IDEMPOTENT, Mode.TRANSACTIONAL, Mode.ACKS_0);

    private SummaryAdvice() {}

    /**
     * @param samples the rows of {@code samples.csv}
     * @param summary the rows of {@code summary.csv}
     */
    static List<String> of(List<ResultRow> samples, List<ResultRow> summary) {
        Acks1Ratios ratios = Acks1Ratios.of(samples);
        return MODES.stream()
                .flatMap(mode -> rows(mode, summary))
                .flatMap(row -> ratios.of(row, RelativeMetric.RATE).stream()
                        .map(ratio -> sentence(setting(row, summary), ratio)))
                .limit(1)
                .toList();
    }

    /** Returns the rates of a mode, the usual minimum and large records first. */
    private static Stream<ResultRow> rows(Mode mode, List<ResultRow> summary) {
        return summary.stream()
                .filter(row -> row.text(ScenarioKeys.BENCHMARK).equals(RelativeMetric.RATE.benchmark()))
                .filter(row -> RowMode.of(row).equals(Optional.of(mode)))
                .sorted(Comparator.<ResultRow>comparingInt(
                                row -> Math.abs(row.requireInt(ScenarioKeys.MIN_INSYNC_REPLICAS) - USUAL_MINIMUM))
                        .thenComparing(row -> -row.requireInt(ScenarioKeys.RECORD_SIZE)));
    }

    private static String sentence(String setting, PairedRatio ratio) {
        if (ratio.interval().isEmpty()) {
            return setting + " beside acks=1: " + ratio.pairs() + (ratio.pairs() == 1 ? " block has" : " blocks have")
                    + " both, and a ratio with an interval needs " + MedianInterval.FEWEST + " (-f "
                    + MedianInterval.FEWEST + ")";
        }
        Interval interval = ratio.interval().get();
        String ratios = String.format(
                Locale.ROOT, "%.2f of acks=1's rate (%.2f to %.2f)", ratio.median(), interval.low(), interval.high());
        return interval.low() <= 1 && interval.high() >= 1
                ? setting + " cannot be told from acks=1 by its rate: " + ratios
                : setting + " sustained " + ratios;
    }

    /** Names the record size if there are several. */
    private static String setting(ResultRow row, List<ResultRow> summary) {
        Mode mode = RowMode.of(row).orElseThrow();
        long sizes = summary.stream()
                .map(other -> other.text(ScenarioKeys.RECORD_SIZE))
                .distinct()
                .count();
        return mode.label()
                + (mode.consultsMinInsyncReplicas()
                        ? " with min.insync.replicas=" + row.text(ScenarioKeys.MIN_INSYNC_REPLICAS)
                        : "")
                + (sizes == 1 ? "" : " and " + row.text(ScenarioKeys.RECORD_SIZE) + " bytes");
    }
}
