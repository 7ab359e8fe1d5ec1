package io.producerbench.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.Golden;
import io.producerbench.results.ResultFile;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The curve is that of the golden files: acks=0, acks=all and idempotent, two goals. */
class CurveFindingsTest {
    private final List<ResultRow> summary = ResultFile.read(Golden.file("curve/golden/curve-summary.csv"));

    @TempDir
    Path directory;

    @Test
    void each_goal_has_a_sentence_with_the_modes_that_reach_it() {
        assertThat(CurveFindings.advice(summary))
                .containsExactly(
                        "p99=20ms: acks=all reaches it at 815 records/s of 1,024 bytes, idempotent reaches it at 815"
                                + " records/s of 1,024 bytes.",
                        "p50=1ms: no rate was found at which it is reached; the least p50 that was"
                                + " measured is 2.2 ms (acks=all at 100 records/s).");
    }

    @Test
    void each_mode_and_goal_has_a_row_and_rates_have_none() {
        assertThat(CurveFindings.grid(summary).rows())
                .hasSize(6)
                .extracting(row -> row.cells().get(0) + " " + row.cells().get(2) + " "
                        + row.cells().get(3) + " " + row.cells().get(4))
                .contains("acks=all p99=20ms 815 856", "idempotent p99=20ms 815 856");
    }

    /** All its closed-loop trials are INVALID, which says nothing of a curve. */
    @Test
    void few_cores_are_a_caveat_and_trials_that_are_not_ok_are_none() throws IOException {
        for (String file : List.of("curve.csv", "curve-summary.csv")) {
            Files.copy(Golden.file("curve/golden/" + file), directory.resolve(file));
        }
        ReportedRun run = ReportedRun.read("results/curve", new RunDirectory(directory));

        assertThat(PageCaveats.of(new PageInput(run, List.of(), List.of(), List.of(), List.of())))
                .containsExactly(
                        "few cores: client and brokers share 2 cores, so compare settings and do not read the rates as"
                                + " capacity");
    }
}
