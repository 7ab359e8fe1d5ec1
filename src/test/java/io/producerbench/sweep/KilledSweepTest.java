package io.producerbench.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.environment.GitState;
import io.producerbench.jmh.JmhResults;
import io.producerbench.latency.Latency;
import io.producerbench.results.ASample;
import io.producerbench.results.CsvTable;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunFile;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.SampleRow;
import io.producerbench.run.KilledRun;
import io.producerbench.run.RunPlan;
import io.producerbench.run.RunStart;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.sweep.SampleRunner.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledSweepTest {
    private static final RunStart START = Starts.of(new GitState("a31fb7a0123456789abcdef0123456789abcdef0", false));
    /** Two scenarios in two blocks. */
    private static final String[] SMALL = {"-f", "2", "-p", "acks=all", "-p", "recordSize=100", "MaxRate"};
    /** Of each file that a sample writes. */
    private static final int MOMENTS = 6;

    private final List<String> told = new ArrayList<>();

    @TempDir
    Path results;

    @Test
    void a_sweep_that_is_killed_at_any_moment_goes_on_to_every_sample_once() throws IOException {
        SweepRequest request = Requests.in(results, SMALL);
        SweepPlan plan = SweepPlan.of(request);
        RunState state = RunState.open(request, plan, START, told::add);
        RunDirectory run = state.directory();
        RunFile.writeJson(run.environment(), Map.of(RunPlan.HASH, state.planHash()));
        List<KilledRun> killed = new ArrayList<>();
        for (Step step : plan.blocks().steps()) {
            killed.addAll(KilledRun.during(() -> state.append(sample(step)), run, MOMENTS));
        }

        for (KilledRun at : killed) {
            at.restore(run);
            goOn(run, at);
        }
        assertThat(killed).hasSizeGreaterThan(100);
        assertThat(told).isEmpty();
    }

    private void goOn(RunDirectory run, KilledRun at) throws IOException {
        SweepRequest request = PlanFile.resumable(run.path(), Path.of("project"));
        SweepPlan plan = SweepPlan.of(request);
        RunState state = RunState.open(request, plan, START, told::add);
        String finished = at.lines(Path.of("samples.csv"));
        SampleLoop loop = new SampleLoop(plan, state, KilledSweepTest::sample, () -> {}, sample -> {}, line -> {});

        assertThat(loop.run(() -> false).notOk()).isEmpty();

        assertThat(Files.readString(run.samples())).startsWith(finished);
        assertThat(CsvTable.read(run.samples()))
                .extracting(KilledSweepTest::step)
                .containsExactlyElementsOf(plan.blocks().steps().stream()
                        .map(step -> step.block() + "/" + step.orderInBlock())
                        .toList());
        assertThat(state.jmhResults()).hasSameSizeAs(plan.blocks().steps());
    }

    private static String step(ResultRow row) {
        return row.text(SampleKeys.BLOCK) + "/" + row.text(SampleKeys.ORDER_IN_BLOCK);
    }

    private static Sample sample(Step step) {
        SampleRow any =
                ASample.atMaxRate(Map.of()).latency(Latency.SERVICE, 700).row(1, 1);
        SampleRow row = new SampleRow(
                any.run(), any.startedAt(), step, any.validity(), any.fork(), any.host(), any.death(), any.refusal());
        return new Sample(row, Optional.of(JmhResults.ofOneFork(Map.of(), 100)), OptionalInt.empty());
    }
}
