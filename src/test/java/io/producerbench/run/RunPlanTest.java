package io.producerbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.failure.UsageException;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunPlanTest {
    @TempDir
    Path results;

    private RunDirectory run;

    @BeforeEach
    void begin() {
        run = RunDirectory.create(results, "run");
    }

    @Test
    void the_file_says_the_command_what_is_decided_and_the_hash_of_it() {
        RunPlan plan = Plans.begin(RunKind.DUET, run);

        Map<?, ?> file = RunPlan.resumable(RunKind.DUET, run);

        assertThat(file.get("command")).isEqualTo("duet");
        assertThat(file.get("commit")).isEqualTo(Plans.GIT.commit());
        assertThat(file.get("seed")).isEqualTo(42);
        assertThat(file.get("plan_hash")).isEqualTo(plan.hash()).asString().matches("[0-9a-f]{64}");
    }

    @Test
    void whatever_is_decided_changes_the_hash() {
        RunPlan plan = Plans.of(RunKind.SWEEP, 42);

        assertThat(Plans.of(RunKind.SWEEP, 42).hash()).isEqualTo(plan.hash());
        assertThat(Plans.of(RunKind.SWEEP, 43).hash()).isNotEqualTo(plan.hash());
        assertThat(Plans.of(RunKind.DUET, 42).hash()).isNotEqualTo(plan.hash());
    }

    @Test
    void a_directory_without_a_plan_is_no_run_that_can_go_on() throws IOException {
        assertRefused(
                () -> RunPlan.resumable(RunKind.SWEEP, run),
                "there is no plan.json in it, so it is no run that can go on");
        Files.createFile(run.duet());
        assertRefused(
                () -> RunPlan.resumable(RunKind.SWEEP, run),
                "there is no plan.json in it, so it is no run that can go on;"
                        + " its rows are of duet: restore its plan.json, or start anew");
    }

    @Test
    void a_plan_without_a_hash_is_of_an_older_version() {
        RunFile.writeJson(run.plan(), Map.of("seed", 42));
        assertRefused(
                () -> RunPlan.resumable(RunKind.SWEEP, run),
                "its plan.json lacks command, so an older version of this program began it;"
                        + " go on with that version, or start anew");
        RunFile.writeJson(run.plan(), Map.of("command", "sweep", "seed", 42));
        assertRefused(
                () -> RunPlan.resumable(RunKind.SWEEP, run),
                "its plan.json lacks plan_hash, so an older version of this program began it;"
                        + " go on with that version, or start anew");
    }

    @Test
    void a_run_of_another_command_names_the_command() {
        Plans.begin(RunKind.GUARANTEES, run);

        assertRefused(
                () -> RunPlan.resumable(RunKind.SWEEP, run),
                "it is a run of guarantees; go on with: ./run-bench.sh guarantees --resume " + run.path());
    }

    @Test
    void a_run_that_has_its_last_file_is_complete() throws IOException {
        Plans.begin(RunKind.CALIBRATE, run);
        Files.createFile(run.calibration());

        assertRefused(
                () -> RunPlan.resumable(RunKind.CALIBRATE, run),
                "this run is complete: nothing is left to measure, and results are never edited");
    }

    @Test
    void a_plan_that_was_cut_or_changed_is_found() throws IOException {
        Plans.begin(RunKind.SWEEP, run);
        String text = Files.readString(run.plan());

        Files.writeString(run.plan(), text.replace("42", "43"));
        assertRefused(
                () -> RunPlan.resumable(RunKind.SWEEP, run),
                "plan.json is not as the run wrote it: its plan_hash is of another content;"
                        + " restore the file as the run wrote it, or start anew");
        for (int end = 0; end < text.length() - 2; end++) {
            Files.writeString(run.plan(), text.substring(0, end));
            assertThatThrownBy(() -> RunPlan.resumable(RunKind.SWEEP, run))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("plan.json: expected a JSON object, got ");
        }
    }

    @Test
    void another_plan_is_refused_with_what_is_different() {
        RunPlan plan = Plans.begin(RunKind.SWEEP, run);

        assertThatCode(() -> plan.requireSame(run)).doesNotThrowAnyException();
        assertRefused(
                () -> Plans.of(RunKind.SWEEP, 43).requireSame(run),
                "its plan is not the one that its options give now: seed is 42, and its options now give 43;"
                        + " start anew");
    }

    @Test
    void rows_without_the_circumstances_of_their_plan_are_refused() throws IOException {
        RunPlan plan = Plans.begin(RunKind.SWEEP, run);
        Files.createFile(run.samples());

        Map<Object, Object> environment = new LinkedHashMap<>(RunFile.readJson(run.environment()));
        environment.put("plan_hash", "0");
        RunFile.writeJson(run.environment(), environment);
        assertRefused(
                () -> plan.requireSame(run),
                "environment.json: its plan_hash is not that of plan.json;"
                        + " restore the file as the run wrote it, or start anew");
        Files.writeString(run.environment(), "{");
        assertThatThrownBy(() -> plan.requireSame(run))
                .hasMessageContaining("environment.json: expected a JSON object, got ");
        Files.delete(run.environment());
        assertRefused(
                () -> plan.requireSame(run),
                "environment.json is gone, which says how its rows were measured;"
                        + " restore the file as the run wrote it, or start anew");
        Files.delete(run.samples());
        assertThatCode(() -> plan.requireSame(run)).doesNotThrowAnyException();
    }

    private void assertRefused(ThrowingCallable resume, String reason) {
        assertThatThrownBy(resume)
                .isInstanceOf(UsageException.class)
                .hasMessage("--resume " + run.path() + ": " + reason);
    }
}
