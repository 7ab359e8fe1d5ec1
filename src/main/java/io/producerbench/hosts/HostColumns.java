package io.producerbench.hosts;

import io.producerbench.hosts.HostRow.HostSample;
import io.producerbench.latency.Latency;
import io.producerbench.results.Column;
import io.producerbench.results.CsvTable;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.RunKeys;
import io.producerbench.results.SampleKeys;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The columns of {@code hosts.csv}. The counts are of the whole sample, warm-up included; the rate
 * and the latencies are of the windows, and of this host alone.
 */
final class HostColumns {
    static final CsvTable<HostRow> TABLE = new CsvTable<>(List.of(
            Column.text(RunKeys.SCHEMA_VERSION, row -> RunIdentity.SCHEMA_VERSION),
            Column.text(RunKeys.RUN_ID, HostRow::runId),
            Column.text("topic", HostRow::topic),
            Column.text("host", row -> row.host().name()),
            Column.text(SampleKeys.STATUS, HostRow::status),
            Column.text(SampleKeys.STATUS_REASON, HostRow::reason),
            measured("sent", sample -> sample.result().counts().totals().sent()),
            measured(
                    SampleKeys.ACKNOWLEDGED.name(),
                    sample -> sample.result().counts().totals().succeeded()),
            measured("due_in_windows", sample -> sample.result().dueInWindows()),
            measured("sent_in_windows", sample -> sample.result().sentInWindows()),
            measured(
                    "callbacks_per_s",
                    sample -> decimal(sample.result().counts().recordsPerSecond())),
            measured("ack_p50_us", sample -> micros(sample, Latency.ACK, 50)),
            measured("ack_p99_us", sample -> micros(sample, Latency.ACK, 99)),
            measured("ack_p99_9_us", sample -> micros(sample, Latency.ACK, 99.9)),
            measured("send_lag_p99_us", sample -> micros(sample, Latency.SEND_LAG, 99)),
            measured("late_us", sample -> decimal(sample.lane().lateNanos() / 1e3)),
            Column.text(
                    "clock_offset_ms",
                    row -> row.offset().map(offset -> decimal(offset.millis())).orElse("")),
            Column.text(
                    "clock_uncertain_ms",
                    row -> row.offset()
                            .map(offset -> decimal(offset.uncertainNanos() / 1e6))
                            .orElse("")),
            Column.text(RunKeys.JDK, row -> row.facts().map(HostFacts::jdk).orElse("")),
            Column.text("kernel", row -> row.facts().map(HostFacts::kernel).orElse("")),
            Column.text(
                    "jar_sha256", row -> row.facts().map(HostFacts::jarSha256).orElse(""))));

    private HostColumns() {}

    private static Column<HostRow> measured(String name, Function<HostSample, Object> value) {
        return Column.text(
                name, row -> row.measured().map(value).map(String::valueOf).orElse(""));
    }

    private static String micros(HostSample sample, Latency latency, double percent) {
        Optional<Double> micros = sample.micros(latency, percent);
        return micros.map(HostColumns::decimal).orElse("");
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
