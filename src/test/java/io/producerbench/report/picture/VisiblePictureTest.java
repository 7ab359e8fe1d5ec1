package io.producerbench.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.Golden;
import io.producerbench.results.CsvRows;
import io.producerbench.results.SeenRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Four settings of one size, written by hand: no run gave these numbers. */
class VisiblePictureTest {
    private static final Map<String, String> FIXED_RATE =
            CsvRows.cells(Golden.file("results/golden/summary.csv")).stream()
                    .filter(row -> row.get("benchmark").equals("FixedRate"))
                    .findFirst()
                    .orElseThrow();

    private static final Map<String, String> ACKS_0 = seen(Map.of(
            "acks", "0",
            "ack_p50_us_median", "",
            "ack_p99_us_median", "",
            "exposure_p50_us_median", "",
            "exposure_p99_us_median", ""));
    private static final Map<String, String> ACKS_1 = seen(Map.of("acks", "1"));
    private static final Map<String, String> ACKS_ALL =
            seen(Map.of("acks", "all", "exposure_p50_us_median", "700.0", "exposure_p99_us_median", "1500.0"));
    private static final Map<String, String> TRANSACTIONAL = seen(Map.of(
            "acks", "all",
            "enable.idempotence", "true",
            "transactional", "true",
            "records_per_transaction", "1000",
            "visible_committed_p50_us_median", "262000.0",
            "visible_committed_p99_us_median", "531000.0"));

    private static Map<String, String> seen(Map<String, String> cells) {
        Map<String, String> row = SeenRow.of(FIXED_RATE);
        row.putAll(cells);
        return row;
    }

    private static List<Picture> pictures(List<Map<String, String>> summary, List<Map<String, String>> samples) {
        return VisiblePicture.of(new SweepCells(SweepCell.of(CsvRows.of(summary), CsvRows.of(samples))));
    }

    /** Returns the sample of a block of a setting; only the tail of one latency is in no summary. */
    private static Map<String, String> sample(Map<String, String> setting, String block, String micros) {
        Map<String, String> sample = new LinkedHashMap<>(setting);
        sample.put("status", "OK");
        sample.put("block", block);
        sample.put("visible_committed_p99_9_us", micros);
        return sample;
    }

    @Test
    void the_caption_says_what_a_transaction_costs_a_consumer_and_how_long_a_record_is_exposed() {
        Picture picture = pictures(List.of(ACKS_0, ACKS_1, ACKS_ALL, TRANSACTIONAL), List.of())
                .get(0);

        assertThat(picture.name()).isEqualTo("visible-100B");
        assertThat(picture.caption())
                .startsWith("Of the records, with transactions of 1,000 half are seen within 5.1 ms of when they were"
                        + " due, and with read_committed within 262 ms; with acks=1 half are seen 1.2 ms or more after"
                        + " their acknowledgement, with acks=all, whose records are on all in-sync replicas by then,"
                        + " 0.7 ms (the thin line);");
    }

    @Test
    void without_these_modes_it_says_when_records_are_seen() {
        assertThat(pictures(List.of(ACKS_0, ACKS_ALL), List.of()).get(0).caption())
                .startsWith("Of the records, with acks=0 half are seen within 5.1 ms of when they were due;");
    }

    @Test
    void a_mode_without_acknowledgements_is_drawn_as_far_as_it_was_measured() {
        assertThat(pictures(List.of(ACKS_0), List.of()).get(0).svg())
                .contains(">seen<", ">seen committed<")
                .doesNotContain(">acknowledged<", ">exposure<");
    }

    /** Two settings of acks=all would be two floors. */
    @Test
    void the_floor_is_that_of_one_setting() {
        Map<String, String> faster = seen(Map.of("acks", "all", "target_rate", "5000"));

        assertThat(pictures(List.of(ACKS_1, ACKS_ALL, faster), List.of()).get(0).caption())
                .contains("1.2 ms or more after their acknowledgement;")
                .doesNotContain("the thin line");
    }

    @Test
    void the_longest_mark_is_the_median_of_the_blocks() {
        List<Map<String, String>> samples = new ArrayList<>();
        samples.add(sample(TRANSACTIONAL, "1", "610000.0"));
        samples.add(sample(TRANSACTIONAL, "2", "650000.0"));
        samples.add(sample(TRANSACTIONAL, "3", "700000.0"));

        assertThat(pictures(List.of(TRANSACTIONAL), samples).get(0).svg())
                .contains("transactional, seen committed: 99.9 % within 650 ms");
        assertThat(pictures(List.of(TRANSACTIONAL), List.of()).get(0).svg()).doesNotContain("seen committed: 99.9 %");
    }

    @Test
    void settings_that_tell_a_row_from_others_of_its_mode_are_there_to_the_last_character() {
        Map<String, String> counted = new LinkedHashMap<>(TRANSACTIONAL);
        counted.putAll(Map.of("transaction_ms", "0", "open_transaction_ms", "1000"));
        Map<String, String> timed = new LinkedHashMap<>(TRANSACTIONAL);
        timed.putAll(Map.of("records_per_transaction", "", "transaction_ms", "100", "open_transaction_ms", "0"));

        assertThat(pictures(List.of(counted, timed), List.of()).get(0).svg())
                .contains(
                        ">records_per_transaction=1000 open_transaction_ms=1000<",
                        ">transaction_ms=100 open_transaction_ms=0<");
    }

    @Test
    void other_benchmarks_have_no_such_picture() {
        assertThat(pictures(List.of(FIXED_RATE), List.of())).isEmpty();
    }

    @Test
    void settings_that_vary_are_named_and_no_text_is_cut_off_or_lies_on_another() {
        Map<String, String> shorter = seen(Map.of(
                "acks", "all",
                "enable.idempotence", "true",
                "transactional", "true",
                "records_per_transaction", "100"));
        Picture picture = pictures(List.of(ACKS_0, ACKS_1, ACKS_ALL, TRANSACTIONAL, shorter), List.of())
                .get(0);

        assertThat(picture.svg()).contains("records_per_transaction=100<", "records_per_transaction=1000<");
        assertThat(Layout.problems(picture.drawing())).isEmpty();
    }

    @Test
    void it_is_drawn_to_the_letter_as_before() throws IOException {
        Golden.assertSame(
                "report/golden/visible.svg",
                pictures(
                                List.of(ACKS_0, ACKS_1, ACKS_ALL, TRANSACTIONAL),
                                List.of(sample(ACKS_ALL, "1", "11000.0"), sample(TRANSACTIONAL, "1", "610000.0")))
                        .get(0)
                        .svg());
    }
}
