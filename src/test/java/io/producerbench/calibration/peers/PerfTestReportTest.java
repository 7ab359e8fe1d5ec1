package io.producerbench.calibration.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.Golden;
import io.producerbench.failure.FailedStepException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PerfTestReportTest {
    private static final String TOTAL =
            "20000 records sent, 46082.949309 records/sec (4.39 MB/sec), 5.25 ms avg latency,"
                    + " 251.00 ms max latency, 3 ms 50th, 19 ms 95th, 30 ms 99th, 41 ms 99.9th.";
    private static final String INTERVAL =
            "9918 records sent, 1980.8 records/sec (0.19 MB/sec), 470.3 ms avg latency, 1702.0 ms max latency.";

    @Test
    void reads_what_kafka_4_3_1_printed() throws IOException {
        assertThat(PerfTestReport.parse(lines("perf-test-4.3.1.txt")))
                .isEqualTo(new PerfTestReport(
                        26_000,
                        1997.234598,
                        0.19,
                        196.10,
                        1702,
                        40,
                        1223,
                        1346,
                        1369,
                        List.of(
                                new PerfTestReport.ReportedInterval(9_918, 1980.8, 0.19, 470.3, 1702),
                                new PerfTestReport.ReportedInterval(10_030, 1992.8, 0.19, 37.2, 137))));
    }

    @Test
    void a_short_run_has_no_intervals() {
        PerfTestReport report = PerfTestReport.parse(List.of(TOTAL));

        assertThat(report.records()).isEqualTo(20_000);
        assertThat(report.intervals()).isEmpty();
    }

    @Test
    void other_lines_are_passed_over() {
        assertThat(PerfTestReport.parse(List.of("Option x has been deprecated", "", INTERVAL, TOTAL, ""))
                        .intervals())
                .hasSize(1);
    }

    @Test
    void a_run_that_sent_nothing_is_no_report() throws IOException {
        List<String> output = lines("perf-test-4.3.1-nothing-sent.txt");

        assertThatThrownBy(() -> PerfTestReport.parse(output))
                .isInstanceOf(FailedStepException.class)
                .hasMessageStartingWith(
                        "expected the total as kafka-producer-perf-test 4.3 prints it, got '0 records sent, ")
                .hasMessageEndingWith("no record was acknowledged, or its format has changed");
    }

    @Test
    void silence_is_no_report() {
        assertThatThrownBy(() -> PerfTestReport.parse(List.of("")))
                .isInstanceOf(FailedStepException.class)
                .hasMessageStartingWith("expected kafka-producer-perf-test to print a total, got no line");
    }

    @Test
    void a_run_that_was_killed_after_an_interval_is_no_report() {
        assertThatThrownBy(() -> PerfTestReport.parse(List.of(INTERVAL)))
                .isInstanceOf(FailedStepException.class)
                .hasMessageContaining("got '" + INTERVAL + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20000 records sent, 46082,949309 records/sec (4,39 MB/sec), 5,25 ms avg latency, 251,00 ms max latency,"
                        + " 3 ms 50th, 19 ms 95th, 30 ms 99th, 41 ms 99.9th.",
                "20000 records sent, Infinity records/sec (Infinity MB/sec), 5.25 ms avg latency, 251.00 ms max latency,"
                        + " 3 ms 50th, 19 ms 95th, 30 ms 99th, 41 ms 99.9th.",
                "20000 records sent, 46082.949309 records/sec (4.39 MB/sec), 5.25 ms avg latency, 251.00 ms max latency,"
                        + " 3 ms 50th, 19 ms 95th, 30 ms 99th",
                "20000 steady state records sent, 46082.949309 records/sec"
            })
    void a_total_in_another_format_is_no_report(String total) {
        assertThatThrownBy(() -> PerfTestReport.parse(List.of(total)))
                .isInstanceOf(FailedStepException.class)
                .hasMessageContaining("records");
    }

    @Test
    void an_interval_in_another_format_is_no_report() {
        assertThatThrownBy(() -> PerfTestReport.parse(List.of("12 records sent, some of them twice.", TOTAL)))
                .isInstanceOf(FailedStepException.class)
                .hasMessageStartingWith("expected an interval as ");
    }

    private static List<String> lines(String name) throws IOException {
        return Files.readAllLines(Golden.file("calibration/" + name));
    }
}
