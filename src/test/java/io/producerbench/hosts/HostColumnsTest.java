package io.producerbench.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.benchmarks.FixedRate;
import io.producerbench.guarantee.Acks;
import io.producerbench.hosts.HostRow.HostOffsets;
import io.producerbench.hosts.HostRow.HostSample;
import io.producerbench.jmh.ForkIterations;
import io.producerbench.results.CsvTable;
import io.producerbench.results.ResultRow;
import io.producerbench.results.sample.ForkResult;
import io.producerbench.results.sample.MachineLoad;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.options.TimeValue;

class HostColumnsTest {
    private static final LoadHost HOST = new LoadHost("load-1", "10.0.0.7", 8888);
    private static final MachineLoad MACHINE =
            ALane.machine(OptionalDouble.of(0.072), OptionalDouble.of(0.013), 4_500_000);

    @TempDir
    Path directory;

    @Test
    void a_row_says_what_its_host_gave_and_what_its_machine_was_like() {
        ResultRow row = written(Optional.of(measured(MACHINE)), "");

        assertThat(row.cells())
                .containsEntry("host", "load-1")
                .containsEntry("sent", "90")
                .containsEntry("acknowledged", "90")
                .containsEntry("due_in_windows", "100")
                .containsEntry("sent_in_windows", "90")
                .containsEntry("callbacks_per_s", "90.000")
                .containsEntry("late_us", "1.000")
                .containsEntry("others_cpu_share", "0.072")
                .containsEntry("steal_share", "0.013")
                .containsEntry("stood_still_ms", "4.500")
                .containsEntry("clock_offset_ms", "2.000")
                .containsEntry("clock_uncertain_ms", "0.500")
                .containsEntry("clock_drift_ms", "0.250")
                .containsEntry("kernel", "6.1")
                .containsEntry("jar_sha256", "ab12");
        assertThat(row.cells().get("ack_p50_us")).isNotEmpty();
    }

    @Test
    void what_a_host_did_not_tell_is_empty() {
        MachineLoad unknown = ALane.machine(OptionalDouble.empty(), OptionalDouble.empty(), 0);

        assertThat(written(Optional.of(measured(unknown)), "").cells())
                .containsEntry("others_cpu_share", "")
                .containsEntry("steal_share", "")
                .containsEntry("stood_still_ms", "0.000");
        assertThat(written(Optional.empty(), "host load-1: lost").cells())
                .containsEntry("status_reason", "host load-1: lost")
                .containsEntry("sent", "")
                .containsEntry("others_cpu_share", "")
                .containsEntry("stood_still_ms", "");
    }

    private ResultRow written(Optional<HostSample> measured, String reason) {
        Path file = directory.resolve("hosts-" + reason.length() + measured.hashCode() + ".csv");
        HostColumns.TABLE.append(
                file,
                new HostRow(
                        "run",
                        "topic",
                        HOST,
                        reason.isEmpty() ? "OK" : "FAILED",
                        reason,
                        new HostOffsets(
                                Optional.of(new ClockOffset(2_000_000, 500_000)),
                                Optional.of(new ClockOffset(2_250_000, 500_000))),
                        Optional.of(new HostFacts("ab12", "17.0.15", "c0ffee", "6.1", "boot")),
                        measured));
        return CsvTable.read(file).get(0);
    }

    private static HostSample measured(MachineLoad machine) {
        LaneResult any = ALane.result(100, 90, 7);
        LaneResult lane = new LaneResult(
                any.counts(), any.histograms(), any.score(), any.lateNanos(), any.clock(), machine, any.histogramLog());
        Scenario scenario = Scenario.ofDefaults(Map.of(Axis.ACKS, "all", Axis.RATE, "100"));
        ForkIterations iterations = new ForkIterations(1, TimeValue.seconds(1), 1, TimeValue.seconds(1));
        return new HostSample(
                ForkResult.from(
                        MergedResult.of(FixedRate.class, scenario, iterations, lane.counts(), List.of(lane)), Acks.ALL),
                lane,
                Acks.ALL);
    }
}
