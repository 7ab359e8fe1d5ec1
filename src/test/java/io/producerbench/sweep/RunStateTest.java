package io.producerbench.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.environment.GitState;
import io.producerbench.failure.UsageException;
import io.producerbench.jmh.JmhResults;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.SampleRow;
import io.producerbench.results.sample.Validity;
import io.producerbench.run.RunStart;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.sweep.SampleRunner.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStateTest {

    private static final GitState GIT = new GitState("a31fb7a0123456789abcdef0123456789abcdef0", false);
    private static final RunIdentity RUN = new RunIdentity(
            "20261123T164311Z-a31fb7a", GIT.commit(), false, "processes", "4.3.1", "4.3.1", "17", "", 2, false, 42);
    private static final RunStart START = Starts.of(GIT);
    /** Two scenarios in two blocks. */
    private static final String[] SMALL = {"-f", "2", "-p", "acks=0", "-p", "recordSize=100"};

    @TempDir
    Path results;

    @Test
    void a_new_run_has_a_plan_and_everything_left() {
        RunState state = newRun();

        assertThat(state.directory().plan()).exists();
        assertThat(state.directory().path().getParent()).isEqualTo(results);
        assertThat(state.runId()).endsWith("-a31fb7a");
        assertThat(state.agenda().untaken())
                .hasSize(4)
                .isEqualTo(plan().blocks().steps());
    }

    @Test
    void a_step_that_has_a_row_is_not_untaken_even_if_it_failed() {
        RunState state = newRun();
        List<Step> steps = plan().blocks().steps();

        state.append(failed(steps.get(0)));
        state.append(failed(steps.get(2)));

        assertThat(state.agenda().untaken()).containsExactly(steps.get(1), steps.get(3));
    }

    @Test
    void a_resumed_run_goes_on_where_it_was_stopped() {
        RunState stopped = newRun();
        List<Step> steps = plan().blocks().steps();
        stopped.append(failed(steps.get(0)));

        RunState resumed = resume(stopped.directory().path());

        assertThat(resumed.runId()).isEqualTo(stopped.runId());
        assertThat(resumed.agenda().untaken()).isEqualTo(steps.subList(1, 4));
        assertThat(resumed.agenda().notOk())
                .singleElement()
                .asString()
                .startsWith("block 1 ")
                .endsWith(" FAILED: the fork died");
    }

    @Test
    void a_run_that_goes_on_in_other_circumstances_has_a_further_environment_file() throws IOException {
        RunState state = newRun();

        assertThat(state.environmentFile().getFileName()).hasToString("environment.json");
        Files.createFile(state.environmentFile());
        assertThat(state.environmentFile().getFileName()).hasToString("environment-2.json");
        Files.createFile(state.environmentFile());
        assertThat(state.environmentFile().getFileName()).hasToString("environment-3.json");
    }

    @Test
    void jmhs_own_results_survive_being_stopped_in_the_order_of_the_plan() {
        RunState stopped = newRun();
        List<Step> steps = plan().blocks().steps();
        stopped.append(withJmh(steps.get(0), 100));
        RunState resumed = resume(stopped.directory().path());
        resumed.append(withJmh(steps.get(1), 200));

        assertThat(resumed.jmhResults())
                .extracting(result -> result.getPrimaryResult().getScore())
                .containsExactly(100.0, 200.0);
    }

    @Test
    void a_complete_run_keeps_nothing_that_only_an_unfinished_one_needs() throws IOException {
        RunState state = newRun();
        state.append(withJmh(plan().blocks().steps().get(0), 100));
        Files.createFile(state.handoverFile());

        state.discardUnfinished();

        assertThat(state.directory().scratch()).isEmptyDirectory();
        assertThat(state.directory().samples()).exists();
    }

    @Test
    void a_sample_that_is_not_ok_is_no_part_of_jmhs_report() {
        RunState state = newRun();
        Step step = plan().blocks().steps().get(0);

        state.append(new Sample(row(step), Optional.of(JmhResults.ofOneFork(Map.of(), 100)), OptionalInt.empty()));

        assertThat(state.jmhResults()).isEmpty();
    }

    @Test
    void a_row_that_a_crash_cut_off_is_taken_again() throws IOException {
        RunState stopped = newRun();
        stopped.append(failed(plan().blocks().steps().get(0)));
        Path samples = stopped.directory().samples();
        Files.writeString(samples, "1,torn", StandardOpenOption.APPEND);

        assertThat(resume(stopped.directory().path()).agenda().untaken())
                .hasSize(plan().blocks().steps().size() - 1);
    }

    @Test
    void a_run_begun_at_another_commit_is_not_gone_on_with() {
        Path stopped = newRun().directory().path();
        GitState other = new GitState("b31fb7a0123456789abcdef0123456789abcdef0", false);
        SweepRequest request = PlanFile.resumable(stopped, Path.of("project"));

        assertThatThrownBy(() -> RunState.open(request, SweepPlan.of(request), Starts.of(other)))
                .isInstanceOf(UsageException.class)
                .hasMessage("--resume " + stopped + ": its commit was " + GIT.commit() + " and now is " + other.commit()
                        + "; check that commit out, or start anew");
    }

    @Test
    void a_run_whose_scratch_directory_is_gone_can_be_gone_on_with() {
        RunState stopped = newRun();
        stopped.discardUnfinished();

        RunState resumed = resume(stopped.directory().path());
        resumed.append(withJmh(plan().blocks().steps().get(0), 100));

        assertThat(resumed.jmhResults()).hasSize(1);
    }

    private static SweepPlan plan() {
        return SweepPlan.of(Requests.full(SMALL));
    }

    private RunState newRun() {
        SweepRequest request = Requests.in(results, SMALL);
        return RunState.open(request, SweepPlan.of(request), START);
    }

    private static RunState resume(Path directory) {
        SweepRequest request = PlanFile.resumable(directory, Path.of("project"));
        return RunState.open(request, SweepPlan.of(request), START);
    }

    private static Sample failed(Step step) {
        return new Sample(row(step), Optional.empty(), OptionalInt.empty());
    }

    private static Sample withJmh(Step step, long operations) {
        return new Sample(ok(step), Optional.of(JmhResults.ofOneFork(Map.of(), operations)), OptionalInt.empty());
    }

    private static SampleRow ok(Step step) {
        return new SampleRow(
                RUN,
                Instant.EPOCH,
                step,
                Validity.OK,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static SampleRow row(Step step) {
        return SampleRow.failed(RUN, Instant.EPOCH, step, "the fork died");
    }
}
