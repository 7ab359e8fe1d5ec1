package io.producerbench.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.report.drawing.Place;
import io.producerbench.results.CurveKeys;
import io.producerbench.results.ResultFile;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The curves are those of the golden file of a curve: acks=0, acks=all and idempotent, two goals. */
class CurvePictureTest {
    private static final String GOLDEN = "/io/producerbench/curve/golden/curve-summary.csv";

    @TempDir
    Path directory;

    private RunDirectory run;

    @BeforeEach
    void copy_the_summary() throws IOException {
        run = new RunDirectory(directory);
        try (InputStream golden = CurvePictureTest.class.getResourceAsStream(GOLDEN)) {
            Files.copy(golden, run.curveSummary());
        }
    }

    @Test
    void each_goal_has_a_picture_with_its_line_and_its_bounds() {
        List<Picture> pictures = Pictures.of(run, List.of());

        assertThat(pictures).extracting(Picture::name).containsExactly("curve-p99-20ms-1024B", "curve-p50-1ms-1024B");
        assertThat(pictures.get(0).caption())
                .startsWith("p99=20ms is kept by acks=all up to 815, idempotent up to 815 records/s");
        assertThat(pictures.get(0).svg())
                .contains("acks=all reaches the goal at 815 records/s")
                .contains("acks=all misses the goal at 856 records/s")
                .contains("acks=all has its knee at ")
                .contains(">p99=20ms<");
        assertThat(pictures)
                .allSatisfy(picture ->
                        assertThat(Layout.problems(picture.drawing())).isEmpty());
    }

    @Test
    void a_line_ends_at_the_upper_bound_because_beyond_it_a_latency_is_the_length_of_a_queue() {
        List<ResultRow> summary = ResultFile.read(run.curveSummary());
        ResultRow goal = summary.stream()
                .filter(row -> row.amount(CurveKeys.UPPER_BOUND).isPresent())
                .findFirst()
                .orElseThrow();

        assertThat(CurveOfMode.of(goal, summary).points())
                .extracting(Place::x)
                .containsExactly(100.0, 250.0, 500.0, 750.0, 815.0, 856.0);
    }

    @Test
    void a_mode_without_latency_has_no_line() {
        assertThat(Pictures.of(run, List.of()))
                .allSatisfy(picture -> assertThat(picture.svg()).doesNotContain("acks=0"));
    }

    @Test
    void the_files_are_drawn_as_well() {
        PictureFiles.write(run, List.of());

        assertThat(directory.resolve("pictures/curve-p99-20ms-1024B.svg")).isNotEmptyFile();
        assertThat(directory.resolve("pictures/curve-p99-20ms-1024B.png")).isNotEmptyFile();
    }
}
