package io.producerbench.report.docs;

import io.producerbench.results.JudgementKeys;
import io.producerbench.results.ResultRow;
import io.producerbench.text.Figures;
import io.producerbench.text.Table;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** The same thing, measured by the usual ways and by this suite. */
final class NaiveTables {
    private NaiveTables() {}

    static String fourWays(List<ResultRow> calibration) {
        Table table = Table.of("measured by", "records/s:", "p50 ms:", "p99 ms:", "what the numbers are");
        table.add(
                "JMH around send()",
                rate(calibration, "rate by send() calls"),
                "",
                "",
                "calls of send() in windows of a second; the records left in the buffer are flushed outside the window");
        table.add(
                "kafka-producer-perf-test",
                rate(calibration, "rate by perf-test"),
                millis(calibration, "perf-test p50"),
                millis(calibration, "perf-test p99"),
                "its own count, start-up included; the time that records spend in its own 32 MiB buffer");
        table.add(
                "closed loop, timed",
                rate(calibration, "rate by us"),
                millis(calibration, "closed loop p50"),
                millis(calibration, "closed loop p99"),
                "acknowledged records; the length of the queue that the loop itself keeps");
        table.add(
                "this suite",
                rate(calibration, "rate by us"),
                millis(calibration, "our p50"),
                millis(calibration, "our p99"),
                "acknowledged records per second in closed loop, confirmed by the log; latency at 2,000 records/s, from"
                        + " when each record was due");
        return table.markdown();
    }

    static String stall(List<ResultRow> calibration) {
        Table table = Table.of("measured by", "p99 ms:", "p99.9 ms:");
        table.add(
                "kafka-producer-perf-test",
                millis(calibration, "stall, perf-test p99"),
                millis(calibration, "stall, perf-test p99.9"));
        table.add("this suite", millis(calibration, "stall, our p99"), millis(calibration, "stall, our p99.9"));
        return table.markdown();
    }

    private static String rate(List<ResultRow> calibration, String measure) {
        return median(calibration, measure, Figures::whole);
    }

    private static String millis(List<ResultRow> calibration, String measure) {
        return median(calibration, measure, Figures::fine);
    }

    private static String median(List<ResultRow> calibration, String measure, DoubleFunction<String> format) {
        OptionalDouble median = calibration.stream()
                .filter(row -> row.text(JudgementKeys.MEASURE).equals(measure))
                .mapToDouble(row -> row.amount(JudgementKeys.MEDIAN).orElseThrow())
                .findFirst();
        return median.isPresent() ? format.apply(median.getAsDouble()) : "";
    }
}
