package io.producerbench.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.report.drawing.Drawing;
import io.producerbench.report.drawing.Place;
import io.producerbench.report.drawing.Primitive.Dot;
import io.producerbench.report.drawing.Primitive.Lettering;
import io.producerbench.report.log.HistogramFiles;
import io.producerbench.report.log.HistogramFilesTest;
import io.producerbench.results.ResultFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the picture against logs made by hand, for the samples of a recorded sweep. */
class TimelinePictureTest {
    private static final String SAMPLE = "block-01-fixed-rate-acks-all-min-isr-2-1024B.hlog";
    private static final SweepCells SWEEP = new SweepCells(
            SweepCell.of(ResultFile.read(RecordedRuns.SWEEP.summary()), ResultFile.read(RecordedRuns.SWEEP.samples())));

    @TempDir
    Path directory;

    @Test
    void a_log_of_several_lines_is_drawn_over_time_and_the_caption_names_the_slowest() throws IOException {
        HistogramFilesTest.TimedLog.write(directory.resolve(SAMPLE), "ack", List.of(5, 5, 70, 6));

        List<Picture> pictures = TimelinePicture.of(ModeLog.of(SWEEP, new HistogramFiles(directory)));

        assertThat(pictures).singleElement().satisfies(picture -> {
            assertThat(picture.name()).isEqualTo("timeline-1024B");
            assertThat(picture.caption()).contains("acks=all's at 0.3 s, with a p99 of 70.1 ms");
            List<Place> values = picture.chart().orElseThrow().lines().get(0).values();
            assertThat(values).extracting(Place::x).containsExactly(0.1, 0.2, 0.3, 0.4);
            assertThat(values.get(3).y()).isCloseTo(6, Offset.offset(0.01));
        });
    }

    @Test
    void what_happened_has_a_row_for_each_kind_below() throws IOException {
        Path file = directory.resolve(SAMPLE);
        HistogramFilesTest.TimedLog.write(file, "ack", List.of(5, 5, 70, 6));
        Drawing calm = picture().drawing();
        HistogramFilesTest.TimedLog.append(file, "gc", 100, 200);
        HistogramFilesTest.TimedLog.append(file, "isr-shrink", 50, 1050);
        HistogramFilesTest.TimedLog.append(file, "isr-expand", 250, 300);
        HistogramFilesTest.TimedLog.append(file, "leader-change", 50, 350);

        Picture picture = picture();

        assertThat(texts(picture.drawing())).containsAll(List.of("GC", "ISR down", "ISR up", "leader"));
        assertThat(texts(calm)).doesNotContain("GC");
        assertThat(tips(picture.drawing()))
                .containsExactly(
                        "acks=all: GC, 0.1 to 0.2 s",
                        "acks=all: ISR down, 0.05 to 1.05 s",
                        "acks=all: ISR up, 0.25 to 0.3 s",
                        "acks=all: leader, 0.05 to 0.35 s");
        assertThat(picture.caption()).endsWith("(ISR) or a leader, between two looks.");
        assertThat(picture.drawing().height()).isGreaterThan(calm.height());
        assertThat(Layout.problems(picture.drawing())).isEmpty();
    }

    private Picture picture() {
        return TimelinePicture.of(ModeLog.of(SWEEP, new HistogramFiles(directory)))
                .get(0);
    }

    private static List<String> texts(Drawing drawing) {
        return drawing.primitives().stream()
                .filter(Lettering.class::isInstance)
                .map(text -> ((Lettering) text).text())
                .toList();
    }

    private static List<String> tips(Drawing drawing) {
        return drawing.primitives().stream()
                .filter(Dot.class::isInstance)
                .map(dot -> ((Dot) dot).tip())
                .filter(tip -> !tip.isEmpty())
                .toList();
    }

    @Test
    void a_log_of_one_line_has_no_course_over_time() throws IOException {
        HistogramFilesTest.TimedLog.write(directory.resolve(SAMPLE), "ack", List.of(5));

        assertThat(TimelinePicture.of(ModeLog.of(SWEEP, new HistogramFiles(directory))))
                .isEmpty();
    }
}
