package io.producerbench.report.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.failure.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocRunsTest {
    private final DocRuns runs = new DocRuns(
            Path.of("home"), Map.of("sweep", List.of("results/a"), "faults", List.of("results/b", "results/c")));

    @Test
    void a_run_that_is_not_named_is_asked_for() {
        assertThatThrownBy(() -> runs.one("swep"))
                .isInstanceOf(UsageException.class)
                .hasMessage("docs/sources.json: expected a run named swep, got faults, sweep");
    }

    @Test
    void one_run_is_asked_for_where_there_are_two() {
        assertThatThrownBy(() -> runs.one("faults"))
                .isInstanceOf(UsageException.class)
                .hasMessage("docs/sources.json: expected one run as faults, got 2");
    }

    @Test
    void every_run_of_a_name_is_linked() {
        assertThat(runs.links("faults", "../")).isEqualTo("[results/b](../results/b) and [results/c](../results/c)");
    }
}
