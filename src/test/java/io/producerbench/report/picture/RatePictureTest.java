package io.producerbench.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.Golden;
import io.producerbench.report.Rows;
import io.producerbench.results.ResultRow;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RatePictureTest {
    private static final Pattern TIP = Pattern.compile("<title>acks=all, block \\d: [\\d,]+ records/s</title>");

    @Test
    void the_caption_has_the_ratios_of_the_run_block_by_block() {
        assertThat(RecordedRuns.picture(RecordedRuns.SWEEP, "rate-1024B").caption())
                .startsWith("Of acks=1's rate, the others sustain: acks=0 1.16, acks=all 0.59, idempotent 0.51,"
                        + " transactional 0.15;");
    }

    @Test
    void every_block_is_a_dot_that_says_what_it_is() {
        assertThat(TIP.matcher(RecordedRuns.picture(RecordedRuns.SWEEP, "rate-1024B")
                                .svg())
                        .results())
                .hasSize(6);
    }

    @Test
    void it_is_drawn_to_the_letter_as_before() throws IOException {
        Golden.assertSame(
                "report/golden/rate.svg",
                RecordedRuns.picture(RecordedRuns.SWEEP, "rate-1024B").svg());
    }

    /** The fixture has a summary alone, no samples. */
    @Test
    void without_samples_the_medians_are_still_drawn() {
        assertThat(RatePicture.of(new SweepCells(SweepCell.of(Rows.SWEEP, List.of()))))
                .isNotEmpty()
                .allSatisfy(picture -> assertThat(picture.caption()).contains("is fastest at"));
    }

    @Test
    void a_label_of_the_file_stays_text() {
        List<ResultRow> summary = Rows.SWEEP.stream()
                .map(row -> Rows.with(row, "linger.ms", "<b>" + row.line() + "</b>"))
                .toList();

        assertThat(RatePicture.of(new SweepCells(SweepCell.of(summary, List.of()))))
                .allSatisfy(picture ->
                        assertThat(picture.svg()).contains("&lt;b&gt;").doesNotContain("<b>"));
    }
}
