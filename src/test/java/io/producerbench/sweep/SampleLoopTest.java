package io.producerbench.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.environment.GitState;
import io.producerbench.results.ASample;
import io.producerbench.results.CsvTable;
import io.producerbench.results.RunFile;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.SampleRow;
import io.producerbench.results.sample.Cause;
import io.producerbench.results.sample.Status;
import io.producerbench.results.sample.Validity;
import io.producerbench.run.RunPlan;
import io.producerbench.run.RunStart;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.sweep.SampleRunner.Sample;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleLoopTest {
    private static final RunStart START = Starts.of(new GitState("a31fb7a0123456789abcdef0123456789abcdef0", false));
    /** Two scenarios in two blocks. */
    private static final String[] SMALL = {"-f", "2", "-p", "acks=0", "-p", "recordSize=100"};

    private final List<Step> taken = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<Sample> kept = new ArrayList<>();
    private int warmed;

    @TempDir
    Path results;

    @Test
    void every_step_is_taken_in_the_order_of_the_plan_and_has_a_row() {
        RunState state = open(SMALL);
        List<Step> steps = state.agenda().untaken();

        Agenda agenda = loop(state, SMALL, step -> sample(step, Status.OK, "")).run(() -> false);

        assertThat(taken).isEqualTo(steps);
        assertThat(state.agenda().untaken()).isEmpty();
        assertThat(agenda.notOk()).isEmpty();
        assertThat(kept).isEmpty();
        assertThat(warmed).isZero();
    }

    @Test
    void each_sample_is_reported_with_where_it_stands_and_how_long_the_rest_takes() {
        RunState state = open(SMALL);

        loop(state, SMALL, step -> sample(step, Status.OK, "")).run(() -> false);

        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("block 1/2 cell 1/2  ").endsWith(" left)");
        assertThat(lines.get(3)).startsWith("block 2/2 cell 2/2  ").endsWith("(0 s left)");
    }

    @Test
    void a_sample_that_cannot_be_used_is_named_and_the_run_goes_on() {
        RunState state = open(SMALL);
        Step second = state.agenda().untaken().get(1);

        Agenda agenda = loop(
                        state,
                        SMALL,
                        step -> step.equals(second)
                                ? sample(step, Status.INVALID, "a replica was out of sync")
                                : sample(step, Status.OK, ""))
                .run(() -> false);

        assertThat(agenda.notOk())
                .singleElement()
                .asString()
                .contains("block 1", "INVALID", "a replica was out of sync");
        assertThat(kept).extracting(sample -> sample.row().step()).containsExactly(second);
        assertThat(taken).hasSize(4);
    }

    @Test
    void what_could_not_be_used_before_a_run_was_resumed_is_named_again() {
        RunState stopped = open(SMALL);
        stopped.append(sample(stopped.agenda().untaken().get(0), Status.FAILED, "the fork ended"));
        SweepRequest resumed = PlanFile.resumable(stopped.directory().path(), Path.of("project"));
        RunState state = RunState.open(resumed, SweepPlan.of(resumed), START, line -> {});

        Agenda agenda = loop(state, SMALL, step -> sample(step, Status.OK, "")).run(() -> false);

        assertThat(taken).hasSize(3);
        assertThat(agenda.notOk()).singleElement().asString().contains("FAILED", "the fork ended");
    }

    @Test
    void a_sample_during_which_the_program_is_told_to_stop_is_taken_again_when_the_run_is_resumed() {
        RunState state = open(SMALL);
        Step second = state.agenda().untaken().get(1);

        loop(state, SMALL, step -> sample(step, Status.OK, "")).run(() -> taken.size() == 2);

        assertThat(taken).hasSize(2);
        assertThat(state.agenda().untaken()).hasSize(3).first().isEqualTo(second);
    }

    @Test
    void a_disturbed_sample_is_taken_again_at_the_end_of_its_block_and_every_attempt_has_a_row() {
        RunState state = open(SMALL);
        Step first = state.agenda().untaken().get(0);

        Agenda agenda = loop(state, SMALL, step -> step.equals(first) ? disturbed(step) : sample(step, Status.OK, ""))
                .run(() -> false);

        assertThat(agenda.notOk()).isEmpty();
        assertThat(taken).hasSize(5);
        assertThat(taken.get(2)).isEqualTo(first.again());
        assertThat(lines.get(2)).startsWith("block 1/2 cell 1/2 attempt 2  ");
        assertThat(CsvTable.read(state.directory().samples()))
                .extracting(row -> row.text(SampleKeys.ATTEMPT) + row.text(SampleKeys.STATUS))
                .containsExactly("1INVALID", "1OK", "2OK", "1OK", "1OK");
    }

    private static Sample disturbed(Step step) {
        SampleRow row = SampleRow.failed(ASample.RUN, Instant.EPOCH, step, "others used 40 %");
        Validity validity = new Validity(Status.INVALID, "others used 40 %", Optional.of(Cause.DISTURBANCE));
        return new Sample(
                new SampleRow(
                        row.run(), row.startedAt(), step, validity, row.fork(), row.host(), row.death(), row.refusal()),
                Optional.empty(),
                OptionalInt.empty());
    }

    @Test
    void brokers_are_warmed_where_a_killed_one_comes_back_cold_and_nowhere_else() {
        String[] degraded = {"-f", "3", "-p", "acks=1", "-p", "recordSize=100", "-p", "brokersDown=0,1", "MaxRate"};
        RunState state = open(degraded);
        List<Integer> down = state.agenda().untaken().stream()
                .map(step -> step.scenario().brokersDown())
                .toList();
        long comebacks = IntStream.range(1, down.size())
                .filter(i -> down.get(i - 1) == 1 && down.get(i) == 0)
                .count();

        loop(state, degraded, step -> sample(step, Status.OK, "")).run(() -> false);

        assertThat(comebacks).isPositive();
        assertThat(warmed).isEqualTo((int) comebacks);
    }

    private RunState open(String... jmhArguments) {
        SweepRequest request = Requests.in(results, jmhArguments);
        RunState state = RunState.open(request, SweepPlan.of(request), START, line -> {});
        RunFile.writeJson(state.directory().environment(), Map.of(RunPlan.HASH, state.planHash()));
        return state;
    }

    private SampleLoop loop(RunState state, String[] jmhArguments, Function<Step, Sample> sampler) {
        return new SampleLoop(
                SweepPlan.of(Requests.in(results, jmhArguments)),
                state,
                step -> {
                    taken.add(step);
                    return sampler.apply(step);
                },
                () -> warmed++,
                kept::add,
                lines::add);
    }

    private static Sample sample(Step step, Status status, String reason) {
        SampleRow row = new SampleRow(
                ASample.RUN,
                Instant.EPOCH,
                step,
                new Validity(status, reason, status == Status.OK ? Optional.empty() : Optional.of(Cause.FINDING)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Sample(row, Optional.empty(), OptionalInt.empty());
    }
}
