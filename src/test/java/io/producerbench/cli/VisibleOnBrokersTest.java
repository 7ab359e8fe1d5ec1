package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Consumers on real brokers see every record once, in every mode, and say when. */
@Tag("cluster")
@Timeout(600)
class VisibleOnBrokersTest {
    @TempDir
    Path directory;

    @Test
    void every_record_is_seen_once_and_exposure_is_known_where_something_is_acknowledged() throws Exception {
        try (BenchProcess bench = BenchProcess.start(
                directory,
                ShortSweep.visible(
                        "1,all",
                        "-p",
                        "transactionMs=100",
                        "-p",
                        "abortRate=0,0.5",
                        "--results",
                        directory.resolve("results").toString()))) {
            bench.await();
            List<Map<String, String>> rows = bench.samples();

            assertThat(rows)
                    .extracting(row -> row.get("benchmark") + " " + row.get("mode"))
                    .containsExactlyInAnyOrder(
                            "Visible acks=1",
                            "Visible acks=all",
                            "Visible idempotent",
                            "Visible transactional",
                            "Visible transactional");
            assertThat(rows).allSatisfy(VisibleOnBrokersTest::assertSeen);
            assertThat(rows)
                    .filteredOn(row -> row.get("mode").equals("transactional"))
                    .allSatisfy(row -> assertThat(number(row, "visible_committed_p50_us"))
                            .isGreaterThan(number(row, "visible_uncommitted_p50_us")));
            assertThat(rows)
                    .filteredOn(row -> row.get("abort_rate").equals("0.5"))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(number(row, "aborted_records")).isPositive();
                        assertThat(number(row, "committed_records")).isPositive();
                        assertThat(number(row, "committed_records") + number(row, "aborted_records"))
                                .isEqualTo(number(row, "acknowledged"));
                    });
        }
    }

    /** A record that is due when a transaction was just opened waits for almost all of it. */
    @Test
    @Tag("nightly")
    void the_open_transaction_of_another_producer_holds_back_committed_records_of_every_mode() throws Exception {
        try (BenchProcess bench = BenchProcess.start(
                directory,
                ShortSweep.visible(
                        "1",
                        "-p",
                        "openTransactionMs=400",
                        "--results",
                        directory.resolve("results").toString()))) {
            bench.await();

            assertThat(bench.samples()).isNotEmpty().allSatisfy(row -> {
                assertSeen(row);
                assertThat(number(row, "open_transactions")).isPositive();
                assertThat(number(row, "committed_later_max_us")).isGreaterThan(200_000);
                assertThat(row.get("status_reason")).doesNotContain("but the log holds");
            });
        }
    }

    /** The samples begin when the remaining brokers lead, so that consumers lack nothing but a replica. */
    @Test
    @Tag("nightly")
    void every_record_is_seen_once_while_a_broker_is_dead() throws Exception {
        try (BenchProcess bench = BenchProcess.start(
                directory,
                ShortSweep.visible(
                        "1,all",
                        "-p",
                        "brokersDown=0,1",
                        "-p",
                        "transactionMs=100",
                        "--results",
                        directory.resolve("results").toString()))) {
            bench.await();
            List<Map<String, String>> rows = bench.samples();

            assertThat(rows)
                    .extracting(row -> row.get("mode") + " " + row.get("brokers_down"))
                    .contains("acks=1 0", "acks=all 0", "idempotent 0", "transactional 0")
                    .contains("acks=1 1", "acks=all 1", "idempotent 1", "transactional 1");
            assertThat(rows).allSatisfy(VisibleOnBrokersTest::assertSeen);
        }
    }

    /** A busy machine may spoil a sample, but not make a consumer skip or double a record. */
    static void assertSeen(Map<String, String> row) {
        assertThat(row.get("status")).as(row.get("status_reason")).isNotEqualTo("FAILED");
        assertThat(row)
                .as(row.get("status_reason"))
                .containsEntry("missed_records", "0")
                .containsEntry("doubled_records", "0")
                .containsEntry("aborted_seen_records", "0")
                .containsEntry("consumer_lag", "0");
        assertThat(number(row, "seen_records")).isPositive();
        assertThat(number(row, "visible_uncommitted_p50_us")).isPositive();
        assertThat(number(row, "visible_committed_max_us")).isPositive();
        assertThat(number(row, "at_risk_records")).isNotNegative();
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }
}
