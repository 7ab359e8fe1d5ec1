package io.producerbench.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.Golden;
import io.producerbench.latency.Latency;
import io.producerbench.latency.MeasuredWindow.BrokerCount;
import io.producerbench.latency.Totals;
import io.producerbench.latency.Totals.DrawnAborts;
import io.producerbench.results.sample.Status;
import io.producerbench.scenario.Axis;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleColumnsTest {
    private static final SampleRow MAX_RATE = ASample.atMaxRate(Map.of())
            .latency(Latency.SERVICE, 900, 1_000, 5_000)
            .latency(Latency.SEND_BLOCKED, 2, 3, 40)
            .row(1, 1);

    private static final SampleRow TRANSACTIONAL_AT_FIXED_RATE = ASample.atRate(
                    2000,
                    Map.of(
                            Axis.ENABLE_IDEMPOTENCE, "true",
                            Axis.TRANSACTIONAL, "true",
                            Axis.MIN_INSYNC_REPLICAS, "2",
                            Axis.RECORD_SIZE, "1024"))
            .totals(new Totals(10_000, 10_000, Map.of(), Map.of(), 100, 0, 600, 0, 0, 0))
            .latency(Latency.ACK, 8_000, 9_000, 25_000)
            .latency(Latency.SERVICE, 7_000, 8_000, 24_000)
            .latency(Latency.SEND_BLOCKED, 2, 3, 40)
            .latency(Latency.SEND_LAG, 1, 2, 1_000)
            .latency(Latency.COMMIT, 6_000, 7_000, 19_000)
            .latency(Latency.COMMITTED, 30_000, 55_000, 80_000)
            .row(1, 2);

    // The recorder drops ACK and SERVICE in Measured.from; here they were never there.
    private static final SampleRow ACKS_0 = ASample.atMaxRate(Map.of(Axis.ACKS, "0"))
            .latency(Latency.SEND_BLOCKED, 1, 2, 30)
            .logEnd(599_000)
            .brokers(new BrokerCount(490_000, 500_000, 5_000_000_000L, 1_000_000))
            .row(1, 3);

    private static final SampleRow INVALID = ASample.atMaxRate(Map.of(Axis.LINGER_MS, "0"))
            .clusterFailure("broker 2 ended: \"killed\", exit code 137")
            .logEndUnknown()
            .machineLoadUnknown()
            .row(2, 1);

    private static final SampleRow DEGRADED = ASample.atRate(
                    2000, Map.of(Axis.MIN_INSYNC_REPLICAS, "2", Axis.BROKERS_DOWN, "1"))
            .latency(Latency.ACK, 2_000, 3_000, 9_000)
            .afterFailover(ASample.ACKNOWLEDGED_AGAIN, 0)
            .row(3, 1);

    private static final SampleRow INVISIBLE = ASample.atMaxRate(
                    Map.of(Axis.ACKS, "0", Axis.MIN_INSYNC_REPLICAS, "3", Axis.BROKERS_DOWN, "1"))
            .brokers(new BrokerCount(0, 500_000, 5_000_000_000L, 1_000_000))
            .afterFailover(ASample.UNACKNOWLEDGED, 600_000)
            .row(3, 2);

    private static final SampleRow REFUSED = ASample.refused(3, 3, ASample.AS_EXPECTED);

    private static final SampleRow FAILED = SampleRow.failed(
            ASample.RUN,
            ASample.STARTED,
            ASample.atRate(2000, Map.of()).step(2, 2),
            "not run: broker 2 ended with exit code 137");

    @Test
    void rows_of_every_kind_look_like_this() throws IOException {
        List<SampleRow> rows =
                List.of(MAX_RATE, TRANSACTIONAL_AT_FIXED_RATE, ACKS_0, INVALID, FAILED, DEGRADED, INVISIBLE, REFUSED);

        Golden.assertSame("results/golden/samples.csv", new CsvTable<>(SampleColumns.ALL).text(rows));
    }

    @Test
    void records_in_a_request_are_those_of_the_window_and_unknown_with_transactions() {
        assertThat(cell("records_per_request_avg", MAX_RATE)).isEqualTo("140.77");
        assertThat(cell("records_per_request_avg", TRANSACTIONAL_AT_FIXED_RATE)).isEmpty();
    }

    @Test
    void aborted_records_are_acknowledged_and_not_committed() {
        SampleRow aborting = ASample.atMaxRate(
                        Map.of(Axis.ENABLE_IDEMPOTENCE, "true", Axis.TRANSACTIONAL, "true", Axis.ABORT_RATE, "0.1"))
                .totals(new Totals(
                        600_000, 600_000, Map.of(), Map.of(), 600, 0, 3_600, 0, 0, 0, new DrawnAborts(58, 58_000)))
                .row(1, 1);

        assertThat(cell("abort_rate", aborting)).isEqualTo("0.1");
        assertThat(cell("acknowledged", aborting)).isEqualTo("600000");
        assertThat(cell("committed_records", aborting)).isEqualTo("542000");
        assertThat(cell("aborted_records", aborting)).isEqualTo("58000");
        assertThat(cell("committed_records", TRANSACTIONAL_AT_FIXED_RATE)).isEqualTo("10000");
        assertThat(cell("aborted_records", TRANSACTIONAL_AT_FIXED_RATE)).isEqualTo("0");
        assertThat(cell("committed_records", MAX_RATE) + cell("aborted_records", MAX_RATE))
                .isEmpty();
    }

    @Test
    void throttling_is_a_column_and_unknown_without_responses() {
        SampleRow throttled =
                ASample.atMaxRate(Map.of()).throttledMillis(1_234.4).row(1, 1);

        assertThat(cell("produce_throttle_ms", throttled)).isEqualTo("1234");
        assertThat(cell("produce_throttle_ms", MAX_RATE)).isEqualTo("0");
        assertThat(cell("produce_throttle_ms", ACKS_0)).isEmpty();
    }

    @Test
    void without_acknowledgements_nothing_is_called_acknowledged() {
        assertThat(cell("acknowledged", ACKS_0)).isEmpty();
        assertThat(cell("sent", ACKS_0)).isEqualTo("600000");
    }

    @Test
    void without_acknowledgements_the_rate_is_the_growth_of_the_log() {
        assertThat(cell("records_per_s", ACKS_0)).isEqualTo("98000.0");
        assertThat(cell("records_per_s", MAX_RATE)).isEqualTo("100000.0");
    }

    @Test
    void a_sample_that_gave_no_numbers_has_none() {
        List<String> said = SampleColumns.ALL.stream()
                .dropWhile(column -> !column.name().equals("keys"))
                .filter(column -> !column.cell().apply(FAILED).isEmpty())
                .map(Column::name)
                .toList();

        assertThat(said)
                .containsExactly(
                        "keys", "latency_sampling", "brokers_down", "status", "status_reason", "status_cause", "hosts");
    }

    @Test
    void what_was_taken_for_sent_and_is_not_to_be_seen_has_no_rate() {
        assertThat(INVISIBLE.status()).as(INVISIBLE.statusReason()).isEqualTo(Status.OK);
        assertThat(cell("records_per_s", INVISIBLE)).isEmpty();
        assertThat(cell("log_end_records_per_s", INVISIBLE)).isEqualTo("0.0");
        assertThat(cell("invisible_until_heal", INVISIBLE)).isEqualTo("600000");
        assertThat(cell("unavailable_ms", INVISIBLE)).isEmpty();
    }

    @Test
    void a_refusal_counts_its_records_and_says_what_they_met() {
        assertThat(REFUSED.status()).as(REFUSED.statusReason()).isEqualTo(Status.OK);
        assertThat(cell("benchmark", REFUSED)).isEqualTo("Refusal");
        assertThat(cell("sent", REFUSED)).isEqualTo("40");
        assertThat(cell("acknowledged", REFUSED)).isEqualTo("0");
        assertThat(cell("failed", REFUSED)).isEqualTo("20");
        assertThat(cell("unknown", REFUSED)).isEqualTo("20");
        assertThat(cell("log_end_delta", REFUSED)).isEqualTo("0");
        assertThat(cell("histogram_file", REFUSED)).isEmpty();
    }

    @Test
    void no_two_columns_share_a_name() {
        assertThat(SampleColumns.ALL).extracting(Column::name).doesNotHaveDuplicates();
    }

    @Test
    void a_headline_tells_rate_and_latency_or_what_is_wrong() {
        assertThat(MAX_RATE.headline()).isEqualTo("100,000 records/s");
        assertThat(TRANSACTIONAL_AT_FIXED_RATE.headline()).isEqualTo("2,000 records/s, ack p50 9.0 ms, p99 25.0 ms");
        assertThat(DEGRADED.headline()).isEqualTo("2,000 records/s, ack p50 3.0 ms, p99 9.0 ms, unavailable 9.9 s");
        assertThat(INVISIBLE.headline()).isEqualTo("100,000 records/s");
        assertThat(REFUSED.headline())
                .isEqualTo("refused: not_enough_replicas after 12 ms, timeout after 5013 ms with retries");
        assertThat(FAILED.headline()).isEqualTo("FAILED: not run: broker 2 ended with exit code 137");
    }

    private static String cell(String column, SampleRow row) {
        return SampleColumns.ALL.stream()
                .filter(candidate -> candidate.name().equals(column))
                .map(candidate -> candidate.cell().apply(row))
                .findFirst()
                .orElseThrow();
    }
}
