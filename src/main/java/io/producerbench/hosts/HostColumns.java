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
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The columns of {@code hosts.csv}. The counts are of the whole sample, warm-up included; the rate
 * and the latencies are of the windows, and of this host alone.
 */
public final class HostColumns {
    /** What the columns mean: names, unit, meaning, and when a cell is empty. */
    public static final String WORDS = """
            schema_version run_id | | as in `samples.csv` | never
            topic | | of the sample; it names run, block, cell and attempt | never
            host | | name in the platform file | never
            status | | `OK`; `FAILED`: the sample ended because of this host; `STOPPED`: it ended because of something else | never
            status_reason | | why it ended | OK
            sent | records | of this host in the whole sample, its warm-up included | it gave no result
            acknowledged | records | likewise | it gave no result, `acks=0`
            due_in_windows sent_in_windows | records | in the windows; 0 due in closed loop | likewise
            callbacks_per_s | records/s | successful callbacks of this host | likewise
            ack_p50_us ack_p99_us ack_p99_9_us | µs | acknowledgement latency of this host's records alone. The merged row is of the sum of the histograms, never of an average of these | likewise, `acks=0`
            send_lag_p99_us | µs | from when a record was due to `send()` | likewise, closed loop
            late_us | µs | from the common start to when the fork went on | it gave no result
            others_cpu_share steal_share | share | of the cores of its machine: what processes used that are neither its fork nor its lane, other hosts and brokers on that machine among them; what the hypervisor kept | likewise, or the system does not tell
            stood_still_ms | ms | the longest time in a window in which its fork or its machine stood still | it gave no result
            clock_offset_ms | ms | how far its clock is ahead of the driver's | its agent did not answer
            clock_uncertain_ms | ms | by how much that may be wrong | likewise
            clock_drift_ms | ms | how much its clock gained on the driver's during the sample | the sample ended early
            jdk kernel jar_sha256 | | of the host; another jar, JDK or commit than the driver's is refused | it was never ready
            """;

    static final CsvTable<HostRow> TABLE = new CsvTable<>(List.of(
            Column.text(RunKeys.SCHEMA_VERSION, row -> RunIdentity.SCHEMA_VERSION),
            Column.text(RunKeys.RUN_ID, HostRow::runId),
            Column.text("topic", HostRow::topic),
            Column.text("host", row -> row.host().name()),
            Column.text(SampleKeys.STATUS, HostRow::status),
            Column.text(SampleKeys.STATUS_REASON, HostRow::reason),
            measured("sent", sample -> sample.result().counts().totals().sent()),
            Column.text(
                    SampleKeys.ACKNOWLEDGED,
                    row -> row.measured()
                            .flatMap(HostSample::acknowledged)
                            .map(String::valueOf)
                            .orElse("")),
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
            measured("others_cpu_share", sample -> share(sample.lane().machine().others())),
            measured("steal_share", sample -> share(sample.lane().machine().steal())),
            measured(
                    "stood_still_ms",
                    sample -> decimal(sample.lane().machine().standstill().millis())),
            Column.text(
                    "clock_offset_ms",
                    row -> row.offsets()
                            .before()
                            .map(offset -> decimal(offset.millis()))
                            .orElse("")),
            Column.text(
                    "clock_uncertain_ms",
                    row -> row.offsets()
                            .before()
                            .map(offset -> decimal(offset.uncertainNanos() / 1e6))
                            .orElse("")),
            Column.text(
                    "clock_drift_ms",
                    row -> row.offsets().driftMillis().map(HostColumns::decimal).orElse("")),
            Column.text(RunKeys.JDK, row -> row.facts().map(HostFacts::jdk).orElse("")),
            Column.text("kernel", row -> row.facts().map(HostFacts::kernel).orElse("")),
            Column.text(
                    "jar_sha256", row -> row.facts().map(HostFacts::jarSha256).orElse(""))));

    private HostColumns() {}

    public static List<String> names() {
        return TABLE.columns().stream().map(Column::name).toList();
    }

    private static Column<HostRow> measured(String name, Function<HostSample, Object> value) {
        return Column.text(
                name, row -> row.measured().map(value).map(String::valueOf).orElse(""));
    }

    private static String micros(HostSample sample, Latency latency, double percent) {
        Optional<Double> micros = sample.micros(latency, percent);
        return micros.map(HostColumns::decimal).orElse("");
    }

    private static String share(OptionalDouble share) {
        return share.isPresent() ? decimal(share.getAsDouble()) : "";
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
