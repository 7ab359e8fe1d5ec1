package io.producerbench.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.environment.GitState;
import io.producerbench.failure.UsageException;
import io.producerbench.jmh.JmhResults;
import io.producerbench.latency.Latency;
import io.producerbench.results.ASample;
import io.producerbench.results.RunFile;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.SampleRow;
import io.producerbench.results.sample.Validity;
import io.producerbench.run.RunPlan;
import io.producerbench.run.RunStart;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.sweep.SampleRunner.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStateTest {

    private static final GitState GIT = new GitState("a31fb7a0123456789abcdef0123456789abcdef0", false);
    private static final RunIdentity RUN = new RunIdentity(
            "20261123T164311Z-a31fb7a", GIT.commit(), false, "processes", "4.3.1", "4.3.1", "17", "", 2, false, 42);
    private static final RunStart START = Starts.of(GIT);
    /** Two scenarios in two blocks. */
    private static final String[] SMALL = {"-f", "2", "-p", "acks=0", "-p", "recordSize=100"};

    private final List<String> told = new ArrayList<>();

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
    void a_sample_that_was_not_run_is_no_result_and_is_left() {
        RunState state = newRun();
        Step first = plan().blocks().steps().get(0);

        state.append(new Sample(
                SampleRow.failed(RUN, Instant.EPOCH, first, SampleRow.NOT_RUN + "broker-1 exited with code 137"),
                Optional.empty(),
                OptionalInt.empty()));

        assertThat(state.agenda().untaken()).hasSize(4).startsWith(first);
        assertThat(state.agenda().notOk()).isEmpty();
    }

    @Test
    void a_row_that_was_cut_out_is_measured_again() throws IOException {
        RunState stopped = newRun();
        List<Step> steps = plan().blocks().steps();
        steps.subList(0, 3).forEach(step -> stopped.append(failed(step)));
        Path samples = stopped.directory().samples();
        List<String> lines = new ArrayList<>(Files.readAllLines(samples));
        lines.remove(2);
        Files.writeString(samples, String.join("\n", lines) + "\n");

        RunState resumed = resume(stopped.directory().path());

        assertThat(resumed.agenda().untaken()).containsExactly(steps.get(1), steps.get(3));
        assertThat(told).containsExactly("samples.csv: the row that stood in line 3 is gone, and is measured again");
    }

    @Test
    void the_histograms_and_jmhs_result_of_a_sample_must_be_as_it_left_them() throws IOException {
        RunState stopped = newRun();
        Step step = plan().blocks().steps().get(0);
        SampleRow row =
                ASample.atMaxRate(Map.of()).latency(Latency.SERVICE, 700).row(step.block(), 1);
        stopped.append(new Sample(row, Optional.of(JmhResults.ofOneFork(Map.of(), 100)), OptionalInt.empty()));
        Path directory = stopped.directory().path();

        for (String end : List.of(".hlog", ".ser")) {
            Path file = file(directory, end);
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(whole, whole.length / 2));
            assertThatThrownBy(() -> resume(directory))
                    .isInstanceOf(UsageException.class)
                    .hasMessageStartingWith("--resume " + directory + ": " + directory.relativize(file)
                            + " is not as the run wrote it, and samples.csv line 2 rests on it;");
            Files.delete(file);
            assertThatThrownBy(() -> resume(directory))
                    .hasMessageStartingWith("--resume " + directory + ": " + directory.relativize(file)
                            + " is gone, on which samples.csv line 2 rests;");
            Files.write(file, whole);
        }
        assertThat(resume(directory).agenda().untaken()).hasSize(3);
    }

    @Test
    void what_an_attempt_that_was_cut_off_left_is_no_part_of_jmhs_report() {
        RunState stopped = newRun();
        Step first = plan().blocks().steps().get(0);
        stopped.append(withJmh(first, 100));
        stopped.directory().samples().toFile().delete();

        RunState resumed = resume(stopped.directory().path());
        resumed.append(failed(first));

        assertThat(resumed.jmhResults()).isEmpty();
    }

    @Test
    void a_run_begun_at_another_commit_is_not_gone_on_with() {
        Path stopped = newRun().directory().path();
        GitState other = new GitState("b31fb7a0123456789abcdef0123456789abcdef0", false);
        SweepRequest request = PlanFile.resumable(stopped, Path.of("project"));

        assertThatThrownBy(() -> RunState.open(request, SweepPlan.of(request), Starts.of(other), line -> {}))
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

    private static Path file(Path directory, String end) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(end))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static SweepPlan plan() {
        return SweepPlan.of(Requests.full(SMALL));
    }

    private RunState newRun() {
        SweepRequest request = Requests.in(results, SMALL);
        RunState state = RunState.open(request, SweepPlan.of(request), START, told::add);
        RunFile.writeJson(state.directory().environment(), Map.of(RunPlan.HASH, state.planHash()));
        return state;
    }

    private RunState resume(Path directory) {
        SweepRequest request = PlanFile.resumable(directory, Path.of("project"));
        return RunState.open(request, SweepPlan.of(request), START, told::add);
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
