package io.producerbench.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.results.RunDirectory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PicturesTest {
    static List<RunDirectory> runs() {
        return RecordedRuns.all();
    }

    @Test
    void a_sweep_has_these_pictures_and_guarantees_add_theirs() {
        assertThat(names(Pictures.of(RecordedRuns.SWEEP, List.of(RecordedRuns.GUARANTEES))))
                .containsExactly(
                        "rate-100B",
                        "rate-1024B",
                        "cost-and-guarantee",
                        "faults",
                        "latency-100B",
                        "send-blocked-100B",
                        "latency-1024B",
                        "send-blocked-1024B",
                        "cpu-100B",
                        "cpu-1024B",
                        "drift",
                        "warm-up");
    }

    /** It has no column of dead brokers, and no latencies are lost for that. */
    @Test
    void so_has_a_sweep_of_the_first_schema_version() {
        assertThat(names(Pictures.of(RecordedRuns.SWEEP_OF_SCHEMA_1, List.of())))
                .contains("rate-1024B", "latency-1024B", "cpu-1024B", "drift", "warm-up")
                .doesNotContain("min-insync-1024B", "cost-and-guarantee");
    }

    @Test
    void a_sweep_with_a_dead_broker_shows_what_a_minimum_does() {
        Picture picture = RecordedRuns.picture(RecordedRuns.BROKER_DOWN, "min-insync-1024B");

        assertThat(picture.caption())
                .contains("writes stop for acks=all at minimum 3, idempotent at minimum 3")
                .contains("go on for acks=1 at minimum 2");
        assertThat(picture.svg()).contains("every record refused");
    }

    @Test
    void guarantees_a_duet_and_a_calibration_have_theirs() {
        assertThat(names(Pictures.of(RecordedRuns.GUARANTEES, List.of())))
                .containsExactly("cost-and-guarantee", "faults");
        assertThat(names(Pictures.of(RecordedRuns.DUET, List.of())))
                .containsExactly("duet-records-per-s", "duet-client-cpu-us-per-record");
        assertThat(names(Pictures.of(RecordedRuns.CALIBRATION, List.of())))
                .contains("calibration-g1-rate-bare-loop", "calibration-g6-send-lag-p99")
                .doesNotContain("calibration-g4-count-log-end");
    }

    @ParameterizedTest
    @MethodSource("runs")
    void no_text_of_any_recorded_run_is_cut_off_or_lies_on_another(RunDirectory run) {
        assertThat(Pictures.of(run, List.of()))
                .allSatisfy(picture -> assertThat(Layout.problems(picture.drawing()))
                        .as(picture.name())
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void every_picture_of_a_recorded_run_has_a_name_and_words_of_its_own(RunDirectory run) {
        List<Picture> pictures = Pictures.of(run, List.of());

        assertThat(names(pictures)).doesNotHaveDuplicates().allMatch(name -> name.matches("[A-Za-z0-9-]+"));
        assertThat(pictures).allSatisfy(picture -> {
            assertThat(picture.title()).isNotBlank();
            assertThat(picture.caption()).endsWith(".").doesNotContain("NaN", "Infinity", "null");
            assertThat(picture.svg()).doesNotContain("NaN", "Infinity");
        });
    }

    @Test
    void a_directory_without_results_has_no_pictures(@TempDir Path empty) {
        assertThat(Pictures.of(new RunDirectory(empty), List.of())).isEmpty();
    }

    private static List<String> names(List<Picture> pictures) {
        return pictures.stream().map(Picture::name).toList();
    }
}
