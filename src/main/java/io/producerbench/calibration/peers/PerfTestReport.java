package io.producerbench.calibration.peers;

import io.producerbench.failure.FailedStepException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What kafka-producer-perf-test reports. It counts acknowledged records, from before its first
 * record until its producer is closed. Latencies begin at the actual send, in whole milliseconds.
 * Percentiles are of 500,000 to 1,000,000 records if there were more.
 *
 * @param mibPerSecond in units of 1,048,576 bytes; the program calls them MB
 */
public record PerfTestReport(
        long records,
        double recordsPerSecond,
        double mibPerSecond,
        double avgMs,
        double maxMs,
        int p50Ms,
        int p95Ms,
        int p99Ms,
        int p999Ms,
        List<ReportedInterval> intervals) {

    private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
    private static final String COMMON = "(\\d{1,18}) records sent, NUMBER records/sec \\(NUMBER MB/sec\\), "
            + "NUMBER ms avg latency, NUMBER ms max latency";
    private static final Pattern INTERVAL = pattern(COMMON + "\\.");
    private static final Pattern TOTAL =
            pattern(COMMON + ", (\\d{1,9}) ms 50th, (\\d{1,9}) ms 95th, (\\d{1,9}) ms 99th, (\\d{1,9}) ms 99\\.9th\\.");

    /** One of the lines that it prints every five seconds: the time since the line before. */
    public record ReportedInterval(
            long records, double recordsPerSecond, double mibPerSecond, double avgMs, double maxMs) {
        private static ReportedInterval of(Matcher line) {
            return new ReportedInterval(
                    Long.parseLong(line.group(1)),
                    decimal(line, 2),
                    decimal(line, 3),
                    decimal(line, 4),
                    decimal(line, 5));
        }
    }

    public PerfTestReport {
        intervals = List.copyOf(intervals);
    }

    /**
     * Reads its standard output.
     *
     * @throws FailedStepException if the last line is not the total, or a line that counts records
     *     has an unknown format
     */
    static PerfTestReport parse(List<String> output) {
        List<String> counts =
                output.stream().filter(line -> line.contains("records sent")).toList();
        if (counts.isEmpty()) {
            throw new FailedStepException(
                    "expected kafka-producer-perf-test to print a total, got no line with 'records sent'"
                            + ": see whether its producer failed");
        }
        int last = counts.size() - 1;
        List<ReportedInterval> intervals = new ArrayList<>();
        for (String line : counts.subList(0, last)) {
            intervals.add(ReportedInterval.of(matched(INTERVAL, "an interval", line)));
        }
        return of(matched(TOTAL, "the total", counts.get(last)), intervals);
    }

    private static PerfTestReport of(Matcher total, List<ReportedInterval> intervals) {
        return new PerfTestReport(
                Long.parseLong(total.group(1)),
                decimal(total, 2),
                decimal(total, 3),
                decimal(total, 4),
                decimal(total, 5),
                Integer.parseInt(total.group(6)),
                Integer.parseInt(total.group(7)),
                Integer.parseInt(total.group(8)),
                Integer.parseInt(total.group(9)),
                intervals);
    }

    private static Matcher matched(Pattern pattern, String what, String line) {
        Matcher matcher = pattern.matcher(line.strip());
        if (!matcher.matches()) {
            throw new FailedStepException("expected " + what + " as kafka-producer-perf-test 4.3 prints it, got '"
                    + line + "': it was cut short, no record was acknowledged, or its format has changed");
        }
        return matcher;
    }

    private static double decimal(Matcher line, int group) {
        return Double.parseDouble(line.group(group));
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(template.replace("NUMBER", NUMBER));
    }
}
