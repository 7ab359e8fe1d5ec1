package io.producerbench.compare;

import static io.producerbench.compare.TwoRuns.around;
import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.Golden;
import io.producerbench.results.ScenarioKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTextTest {
    @TempDir
    Path directory;

    @Test
    void the_trend_is_as_it_was_and_another_JDK_stands_apart() throws IOException {
        RunHistory history = RunHistory.of(List.of(
                TwoRuns.base().samples(directory.resolve("1")),
                TwoRuns.next().samples(directory.resolve("2")),
                SamplesCsv.ofRun("20261125T090000Z-ccccccc")
                        .with("jdk", "25.0.1")
                        .maxRate("1", around(80_000))
                        .samples(directory.resolve("3"))));

        Golden.assertSame(
                "report/golden/history.txt",
                HistoryText.of(history.where(Map.of(
                        ScenarioKeys.BENCHMARK, "MaxRate", ScenarioKeys.ACKS, "1", ScenarioKeys.RECORD_SIZE, "1024"))));
    }

    /** With acks=1 the minimum is usually left out, because acks=1 does not consult it. */
    @Test
    void two_cells_never_have_the_same_title() {
        RunSamples run = SamplesCsv.ofRun("20261125T090000Z-ccccccc")
                .with("min.insync.replicas", "2")
                .maxRate("1", around(80_000))
                .with("min.insync.replicas", "3")
                .maxRate("1", around(80_000))
                .samples(directory.resolve("1"));

        assertThat(HistoryText.of(RunHistory.of(List.of(run))))
                .contains("MaxRate acks=1 min.isr=2 1024B: ", "MaxRate acks=1 min.isr=3 1024B: ");
    }

    @Test
    void a_cell_that_was_not_measured_has_no_history() {
        assertThat(RunHistory.of(List.of(TwoRuns.base().samples(directory.resolve("1"))))
                        .where(Map.of(ScenarioKeys.ACKS, "7"))
                        .series())
                .isEmpty();
    }
}
