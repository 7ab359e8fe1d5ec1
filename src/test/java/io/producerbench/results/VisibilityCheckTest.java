package io.producerbench.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.latency.Latency;
import io.producerbench.latency.VisibilityCounts;
import io.producerbench.latency.VisibilityCounts.SeenCounts;
import io.producerbench.results.sample.Cause;
import io.producerbench.scenario.Axis;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** For every fault of a consumer a sample that has it, and the sample that has none. */
class VisibilityCheckTest {
    private static final SeenCounts CLEAN = new SeenCounts(12_000, 0, 0, 0, 0, 0);

    @Test
    void nothing_is_wrong_if_every_record_was_seen_once() {
        assertThat(problems(counts(CLEAN, CLEAN))).isEmpty();
    }

    @Test
    void a_skipped_record_is_a_finding() {
        assertThat(problems(counts(CLEAN, new SeenCounts(12_000, 1, 0, 0, 0, 0))))
                .containsExactly("the read_committed consumer did not see 1 of 12000 records");
    }

    @Test
    void a_doubled_record_is_a_finding() {
        assertThat(problems(counts(new SeenCounts(12_000, 0, 1, 0, 0, 0), CLEAN)))
                .containsExactly("the read_uncommitted consumer saw 1 records again");
    }

    @Test
    void an_aborted_record_is_a_finding() {
        assertThat(problems(counts(CLEAN, new SeenCounts(12_000, 0, 0, 0, 2, 0))))
                .containsExactly("the read_committed consumer saw 2 records of aborted transactions");
    }

    @Test
    void a_stray_record_is_a_finding() {
        assertThat(problems(counts(CLEAN, new SeenCounts(12_000, 0, 0, 3, 0, 0))))
                .containsExactly("the read_committed consumer saw 3 records from before the window");
    }

    @Test
    void a_consumer_that_is_behind_at_the_end_is_a_disturbance() {
        ASample sample = sample(counts(CLEAN, new SeenCounts(12_000, 40, 0, 0, 0, 41)));

        assertThat(sample.problems())
                .containsExactly(
                        "the read_committed consumer was still 41 offsets behind the ends of the log, and 40 of"
                                + " 12000 records were missing");
        assertThat(sample.checked().get(0).cause()).isEqualTo(Cause.DISTURBANCE);
    }

    @Test
    void times_that_are_negative_or_were_not_kept_are_no_numbers() {
        assertThat(problems(new VisibilityCounts(12_000, 5, 10_000, 7, 0, 0, CLEAN, CLEAN)))
                .containsExactly(
                        "5 of 12005 records were sent so late that there was no room left for their times",
                        "7 times until a record was seen were negative or too long");
        assertThat(problems(new VisibilityCounts(12_000, 0, 0, 0, 0, 0, CLEAN, CLEAN)))
                .containsExactly("no record that was due in the window had to be seen");
    }

    @Test
    void a_row_has_the_times_the_exposure_and_the_records_at_risk() {
        SampleRow row = sample(counts(CLEAN, CLEAN))
                .latency(Latency.ACK, 4_000)
                .latency(Latency.VISIBLE_UNCOMMITTED, 6_000)
                .latency(Latency.VISIBLE_COMMITTED, 7_000)
                .latency(Latency.COMMITTED_LATER, 3_000)
                .latency(Latency.COMMITTED_EARLIER, 500, 500, 500)
                .latency(Latency.EXPOSURE, 2_000)
                .latency(Latency.EXPOSURE_NEGATIVE, 1_000, 1_000)
                .row(1, 1);

        assertThat(row.statusReason()).isEmpty();
        assertThat(cell(row, "benchmark")).isEqualTo("Visible");
        assertThat(Double.parseDouble(cell(row, "visible_uncommitted_p99_us"))).isBetween(5_990.0, 6_010.0);
        assertThat(Double.parseDouble(cell(row, "visible_committed_p50_us"))).isBetween(6_990.0, 7_010.0);
        assertThat(Double.parseDouble(cell(row, "exposure_p50_us"))).isBetween(1_990.0, 2_010.0);
        assertThat(Double.parseDouble(cell(row, "committed_later_p99_us"))).isBetween(2_990.0, 3_010.0);
        assertThat(cell(row, "committed_earlier_records")).isEqualTo("3");
        assertThat(cell(row, "exposure_negative_records")).isEqualTo("2");
        assertThat(cell(row, "at_risk_records")).isEqualTo("4.00");
        assertThat(cell(row, "seen_records")).isEqualTo("10000");
        assertThat(cell(row, "fetch.max.wait.ms")).isEqualTo("500");
    }

    @Test
    void with_acks_0_there_is_no_exposure_and_without_consumers_nothing() {
        SampleRow unconfirmed = ASample.atRate(2000, Map.of(Axis.ACKS, "0"))
                .seen(counts(CLEAN, CLEAN))
                .latency(Latency.VISIBLE_UNCOMMITTED, 6_000)
                .row(1, 1);
        SampleRow alone = ASample.atRate(2000, Map.of()).row(1, 2);

        assertThat(cell(unconfirmed, "visible_uncommitted_p50_us")).isNotEmpty();
        for (String column : List.of("exposure_p50_us", "exposure_negative_records", "at_risk_records")) {
            assertThat(cell(unconfirmed, column)).as(column).isEmpty();
        }
        assertThat(VisibilityColumns.ALL)
                .allSatisfy(column -> assertThat(column.cell().apply(alone)).isEmpty());
    }

    @Test
    void another_producers_transaction_must_have_been_open_if_the_scenario_asks_for_it() {
        Map<Axis, String> held = Map.of(Axis.OPEN_TRANSACTION_MS, "500");
        VisibilityCounts never = counts(CLEAN, CLEAN);
        VisibilityCounts open = new VisibilityCounts(12_000, 0, 10_000, 0, 0, 0, CLEAN, CLEAN, 6);

        assertThat(ASample.atRate(2000, held).seen(never).problems())
                .containsExactly("no other producer had a transaction open, although openTransactionMs is 500");
        assertThat(ASample.atRate(2000, held).seen(open).problems()).isEmpty();
    }

    /** Of two records a millisecond at five seconds, each exposed for 2 ms. */
    private static VisibilityCounts counts(SeenCounts uncommitted, SeenCounts committed) {
        return new VisibilityCounts(12_000, 0, 10_000, 0, 10_000, 10_000 * 2_000_000L, uncommitted, committed);
    }

    private static ASample sample(VisibilityCounts counts) {
        return ASample.atRate(2000, Map.of()).seen(counts);
    }

    private static List<String> problems(VisibilityCounts counts) {
        return sample(counts).problems();
    }

    private static String cell(SampleRow row, String column) {
        return SampleColumns.ALL.stream()
                .filter(candidate -> candidate.name().equals(column))
                .map(candidate -> candidate.cell().apply(row))
                .findFirst()
                .orElseThrow();
    }
}
