package io.producerbench.report.docs;

import io.producerbench.report.ModeOfRow;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.JudgementKeys;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.text.Figures;
import io.producerbench.text.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** The judgements of several duets, a row for each metric. */
final class DuetTable {
    private static final String STUB = "stub";
    private static final String CLOSED_LOOP = "MaxRate";

    private DuetTable() {}

    /** What is compared, in words, and how its values are written. */
    private enum Compared {
        RATE("records_per_s", "records/s", Figures::whole),
        P50("ack_p50_us", "ack p50 ms", Figures::millis),
        P99("ack_p99_us", "ack p99 ms", Figures::millis),
        CLIENT_CPU("client_cpu_us_per_record", "client CPU µs/record", Figures::fine),
        BROKER_CPU("broker_cpu_us_per_record", "broker CPU µs/record", Figures::fine);

        private final String column;
        private final String words;
        private final DoubleFunction<String> format;

        Compared(String column, String words, DoubleFunction<String> format) {
            this.column = column;
            this.words = words;
            this.format = format;
        }

        static Compared of(ResultRow row) {
            String column = row.text(JudgementKeys.METRIC);
            return Arrays.stream(values())
                    .filter(compared -> compared.column.equals(column))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("expected a metric of a duet, got " + column));
        }
    }

    /**
     * Returns the table. The CPU time of a stub broker is left out, because it is no broker's, and so is
     * that of the client at a fixed rate, because it is mostly the wait for due times.
     *
     * @param summary the rows of {@code duet-summary.csv} of all duets
     */
    static String of(List<ResultRow> summary) {
        Table table = Table.of(
                "base",
                "new",
                "mode",
                "sent to",
                "metric",
                "base value:",
                "new value:",
                "change (interval):",
                "verdict",
                "pairs:");
        for (ResultRow row : summary) {
            Compared compared = Compared.of(row);
            if (isCost(row, compared)) {
                table.add(
                        row.text(JudgementKeys.BASE_ARM),
                        row.text(JudgementKeys.NEW_ARM),
                        ModeOfRow.of(row).label(),
                        isOnStub(row) ? STUB : "brokers",
                        compared.words,
                        DocCells.number(row, JudgementKeys.BASE_MEDIAN, compared.format),
                        DocCells.number(row, JudgementKeys.NEW_MEDIAN, compared.format),
                        percent(row, JudgementKeys.RATIO) + interval(row),
                        row.text(JudgementKeys.JUDGEMENT).toLowerCase(Locale.ROOT),
                        row.text(JudgementKeys.PAIRS));
            }
        }
        return table.markdown();
    }

    private static boolean isCost(ResultRow row, Compared compared) {
        return switch (compared) {
            case CLIENT_CPU -> row.text(ScenarioKeys.BENCHMARK).equals(CLOSED_LOOP);
            case BROKER_CPU -> !isOnStub(row);
            case RATE, P50, P99 -> true;
        };
    }

    private static boolean isOnStub(ResultRow row) {
        return row.text(RunKeys.CLUSTER_KIND).equals(STUB);
    }

    private static String interval(ResultRow row) {
        String low = percent(row, JudgementKeys.RATIO.low());
        return low.isEmpty() ? "" : " (" + low + " to " + percent(row, JudgementKeys.RATIO.high()) + ")";
    }

    private static String percent(ResultRow row, ColumnKey ratio) {
        OptionalDouble value = row.amount(ratio);
        return value.isPresent() ? String.format(Locale.ROOT, "%+.1f %%", 100 * (value.getAsDouble() - 1)) : "";
    }
}
