package io.producerbench.report;

import io.producerbench.guarantee.Mode;
import io.producerbench.latency.Latency;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RowMode;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.SummaryKeys;
import io.producerbench.results.TrialKeys;
import io.producerbench.text.Figures;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many acknowledged records a killed leader took along while its followers were late, beside what
 * the exposure of {@code acks=1} predicts. A record is lost if it is acknowledged and not yet copied,
 * so at most as many are as come in the time until a follower has them: the delay that was added, and
 * the exposure without it.
 *
 * @param summary of the trials of {@code acks=1} at this delay
 * @param withAll the same of {@code acks=all}
 * @param lateMs the delay that was added
 * @param most rate × (delay + p99 of the exposure), in records
 * @param within how many trials lost at most so many
 * @param trials how many there were
 */
public record LagLoss(
        ResultRow summary, Optional<ResultRow> withAll, int lateMs, double most, long within, long trials) {
    private static final String EXPERIMENT = "C5d";
    private static final Pattern LATE = Pattern.compile("(\\d+) ms late, (\\d+) records/s");
    private static final ColumnKey EXPOSURE =
            SampleKeys.latency(Latency.EXPOSURE, "p99").median();

    /**
     * Returns what each delay took along; nothing if the trials or the exposure of {@code acks=1} are
     * not there.
     *
     * @param summary of the trials
     * @param trials one row each
     * @param visible the summary of a sweep, with rows of the benchmark {@code Visible}
     */
    public static List<LagLoss> of(List<ResultRow> summary, List<ResultRow> trials, List<ResultRow> visible) {
        OptionalDouble exposureMicros = visible.stream()
                .filter(row -> row.text(ScenarioKeys.BENCHMARK).equals(ScenarioKeys.VISIBLE))
                .filter(row -> RowMode.of(row).filter(Mode.ACKS_1::equals).isPresent())
                .flatMapToDouble(row -> row.amount(EXPOSURE).stream())
                .findFirst();
        return exposureMicros.isEmpty()
                ? List.of()
                : of(summary, Mode.ACKS_1).stream()
                        .flatMap(row -> of(row, summary, trials, exposureMicros.getAsDouble() / 1e3).stream())
                        .toList();
    }

    private static Optional<LagLoss> of(
            ResultRow row, List<ResultRow> summary, List<ResultRow> trials, double exposureMs) {
        String variant = row.text(TrialKeys.VARIANT);
        Matcher late = LATE.matcher(variant);
        if (!late.matches()) {
            return Optional.empty(); // the first runs did not name the rate
        }
        int lateMs = Integer.parseInt(late.group(1));
        double most = Integer.parseInt(late.group(2)) * (lateMs + exposureMs) / 1e3;
        List<ResultRow> counted = of(trials, Mode.ACKS_1).stream()
                .filter(trial -> trial.text(TrialKeys.VARIANT).equals(variant))
                .filter(trial -> trial.count(TrialKeys.LOST).isPresent())
                .toList();
        return Optional.of(new LagLoss(
                row,
                of(summary, Mode.ACKS_ALL).stream()
                        .filter(other -> other.text(TrialKeys.VARIANT).equals(variant))
                        .findFirst(),
                lateMs,
                most,
                counted.stream()
                        .filter(trial -> trial.requireCount(TrialKeys.LOST) <= most)
                        .count(),
                counted.size()));
    }

    private static List<ResultRow> of(List<ResultRow> rows, Mode mode) {
        return rows.stream()
                .filter(row -> row.text(TrialKeys.EXPERIMENT).equals(EXPERIMENT))
                .filter(row -> ModeOfRow.named(row, TrialKeys.MODE) == mode)
                .toList();
    }

    /** Returns how many records were lost: the median over the trials, the least and the most. */
    public String lost() {
        return Figures.text(summary.amount(SummaryKeys.FIRST_COUNT.median()), Figures::half) + " ("
                + summary.text(SummaryKeys.FIRST_COUNT.min()) + " to "
                + summary.text(SummaryKeys.FIRST_COUNT.max()) + ")";
    }
}
