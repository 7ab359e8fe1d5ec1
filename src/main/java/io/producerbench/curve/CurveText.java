package io.producerbench.curve;

import io.producerbench.latency.Latency;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.CurveKeys;
import io.producerbench.results.JudgementKeys;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.SummaryKeys;
import io.producerbench.results.TrialKeys;
import io.producerbench.text.Figures;
import io.producerbench.text.Table;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Writes the summary of a curve for the terminal. */
public final class CurveText {
    private static final ColumnKey P99_9 = SampleKeys.latency(Latency.ACK, "p99_9");

    private CurveText() {}

    /** @param summary the rows of {@code curve-summary.csv} */
    public static String of(List<ResultRow> summary) {
        Table goals = Table.of(
                "mode",
                "record bytes:",
                "goal",
                "reached at:",
                "missed at:",
                "in time:",
                "of maximum:",
                "trials:",
                "dropped:",
                "result");
        Table loads = Table.of(
                "mode",
                "record bytes:",
                "of maximum:",
                "records/s:",
                "reached:",
                "p50 ms:",
                "p99 ms:",
                "p99.9 ms:",
                "trials:");
        for (ResultRow row : summary) {
            if (row.text(CurveKeys.ABOUT).equals(CurveKeys.ABOUT_GOAL)) {
                goals.add(goal(row));
            } else {
                loads.add(load(row));
            }
        }
        return goals.plain()
                + "\nreached at, missed at: the highest rate at which the goal is reached, the lowest at which it is missed,"
                + " records/s (RFC 9971: relevant\nlower and upper bound); in time: of the records at the lower bound those"
                + " within the limit, per second (conditional throughput).\n"
                + notes(summary)
                + "\n"
                + loads.plain();
    }

    private static List<String> goal(ResultRow row) {
        OptionalDouble lower = row.amount(CurveKeys.LOWER_BOUND);
        OptionalDouble maximum = row.amount(CurveKeys.MAXIMUM);
        return List.of(
                row.text(TrialKeys.MODE),
                row.text(ScenarioKeys.RECORD_SIZE),
                row.text(CurveKeys.GOAL),
                Figures.text(lower, Figures::whole),
                Figures.text(row.amount(CurveKeys.UPPER_BOUND), Figures::whole),
                Figures.text(row.amount(CurveKeys.CONDITIONAL_THROUGHPUT), Figures::whole),
                lower.isPresent() && maximum.isPresent()
                        ? share(lower.getAsDouble() / maximum.getAsDouble())
                        : Table.ABSENT,
                row.text(SummaryKeys.TRIALS),
                row.text(JudgementKeys.DROPPED),
                word(row));
    }

    private static String word(ResultRow row) {
        return row.text(CurveKeys.RESULT).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static List<String> load(ResultRow row) {
        return List.of(
                row.text(TrialKeys.MODE),
                row.text(ScenarioKeys.RECORD_SIZE),
                Figures.text(row.amount(CurveKeys.SHARE_OF_MAXIMUM.median()), CurveText::share),
                Figures.whole(row.requireCount(ScenarioKeys.TARGET_RATE)),
                Figures.text(row.amount(SampleKeys.RECORDS_PER_S.median()), Figures::whole),
                Figures.text(row.amount(SampleKeys.ACK_P50_US.median()), Figures::millis),
                Figures.text(row.amount(SampleKeys.ACK_P99_US.median()), Figures::millis),
                Figures.text(row.amount(P99_9.median()), Figures::millis),
                row.text(SummaryKeys.TRIALS));
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    /** Says what each result means that is not both bounds side by side. */
    private static String notes(List<ResultRow> summary) {
        return summary.stream()
                .map(row -> row.text(CurveKeys.RESULT))
                .filter(result -> !result.isEmpty())
                .map(CurveResult::valueOf)
                .distinct()
                .sorted()
                .map(CurveText::note)
                .filter(note -> !note.isEmpty())
                .map(note -> note + "\n")
                .collect(Collectors.joining());
    }

    private static String note(CurveResult result) {
        return switch (result) {
            case REGULAR -> "";
            case BELOW_RANGE ->
                "below range (irregular): even the lowest rate of the search, a tenth of the maximum, misses"
                        + " the goal.";
            case ABOVE_RANGE ->
                "above range (irregular): even the highest rate of the search, one and a half times the"
                        + " maximum, reaches the goal.";
            case UNDECIDED -> "undecided (irregular): the trials did not decide; the bounds are what they say so far.";
            case UNREACHABLE ->
                "unreachable: the goal is missed even at a tenth of the maximum, so no rate was searched for; ask for more"
                        + " than the table\nbelow has there.";
            case NOT_SEARCHED ->
                "not searched: nothing is acknowledged (acks=0), or the maximum could not be measured.";
        };
    }
}
