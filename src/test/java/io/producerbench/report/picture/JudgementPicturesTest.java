package io.producerbench.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JudgementPicturesTest {
    @Test
    void a_duet_shows_each_pair_and_counts_the_judgements() {
        Picture picture = RecordedRuns.picture(RecordedRuns.DUET, "duet-records-per-s");

        assertThat(picture.title()).isEqualTo("linger.ms=0 against linger.ms=5, rate");
        assertThat(picture.caption())
                .startsWith("Of 5 scenarios: 5 inconclusive;")
                .contains("± 2 %");
        assertThat(picture.svg().split("<title>pair ", -1).length - 1).isEqualTo(75);
    }

    @Test
    void a_calibration_counts_the_misses_and_marks_them() {
        Picture picture = RecordedRuns.picture(RecordedRuns.CALIBRATION, "calibration-g6-send-lag-p99");

        assertThat(picture.caption()).startsWith("1 of 3 checks missed their target, ≤ 200;");
        assertThat(picture.svg()).contains("f-red");
        assertThat(RecordedRuns.picture(RecordedRuns.CALIBRATION, "calibration-g6-rate-off-target")
                        .caption())
                .startsWith("All 3 checks met their target, |x| ≤ 0.001;");
    }
}
