package io.producerbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.producerbench.results.CsvRows;
import io.producerbench.results.ResultRow;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LagLossTest {
    private static final String LATE = "10 ms late, 1000 records/s";

    private final List<ResultRow> summary = CsvRows.of(List.of(
            summary(LATE, "acks=1", 3),
            summary(LATE, "acks=all", 0),
            Map.of("experiment", "C5", "variant", "", "mode", "acks=1")));

    /** An exposure of 4 ms and a delay of 10 ms are 14 records at 1,000 a second. */
    private final List<ResultRow> visible = CsvRows.of(List.of(visible("all"), visible("1")));

    @Test
    void trials_within_what_exposure_and_rate_predict_are_counted() {
        List<ResultRow> trials = trials(0, 14, 15);

        assertThat(LagLoss.of(summary, trials, visible)).singleElement().satisfies(loss -> {
            assertThat(loss.lateMs()).isEqualTo(10);
            assertThat(loss.lost()).isEqualTo("2 (0 to 15)");
            assertThat(loss.most()).isEqualTo(14);
            assertThat(loss.within()).isEqualTo(2);
            assertThat(loss.trials()).isEqualTo(3);
            assertThat(loss.withAll()).contains(summary.get(1));
        });
    }

    @Test
    void trials_of_another_delay_or_mode_and_those_without_a_count_do_not_take_part() {
        List<Map<String, String>> trials = List.of(
                trial(LATE, "acks=1", "1"),
                trial(LATE, "acks=1", ""),
                trial(LATE, "acks=all", "99"),
                trial("100 ms late, 1000 records/s", "acks=1", "99"));

        assertThat(LagLoss.of(summary, CsvRows.of(trials), visible))
                .extracting(LagLoss::within, LagLoss::trials)
                .containsExactly(tuple(1L, 1L));
    }

    @Test
    void without_a_rate_or_without_an_exposure_nothing_is_predicted() {
        List<ResultRow> unknown = CsvRows.of(List.of(summary("10 ms late", "acks=1", 3)));

        assertThat(LagLoss.of(unknown, trials(1), visible)).isEmpty();
        assertThat(LagLoss.of(summary, trials(1), CsvRows.of(List.of(visible("all")))))
                .isEmpty();
        assertThat(LagLoss.of(summary, trials(1), List.of())).isEmpty();
    }

    private static List<ResultRow> trials(int... lost) {
        return CsvRows.of(IntStream.of(lost)
                .mapToObj(records -> trial(LATE, "acks=1", Integer.toString(records)))
                .toList());
    }

    private static Map<String, String> trial(String variant, String mode, String lost) {
        return Map.of("experiment", "C5d", "variant", variant, "mode", mode, "lost", lost);
    }

    private static Map<String, String> summary(String variant, String mode, int lostTrials) {
        return Map.of(
                "experiment", "C5d",
                "variant", variant,
                "mode", mode,
                "valid", "4",
                "lost_trials", Integer.toString(lostTrials),
                "first_count_median", "2",
                "first_count_min", "0",
                "first_count_max", "15");
    }

    private static Map<String, String> visible(String acks) {
        return Map.of(
                "benchmark",
                "Visible",
                "acks",
                acks,
                "enable.idempotence",
                "false",
                "transactional",
                "false",
                "exposure_p99_us_median",
                acks.equals("1") ? "4000.0" : "1000.0");
    }
}
