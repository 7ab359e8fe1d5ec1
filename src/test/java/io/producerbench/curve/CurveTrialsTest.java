package io.producerbench.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.producerbench.Golden;
import io.producerbench.curve.TrialSampler.SampledTrial;
import io.producerbench.curve.search.SearchEnd;
import io.producerbench.curve.search.SearchResult;
import io.producerbench.guarantee.Mode;
import io.producerbench.results.CsvTable;
import io.producerbench.results.CurveKeys;
import io.producerbench.results.JudgementKeys;
import io.producerbench.results.ResultFileException;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.run.FinishedRows;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.sweep.SampleRunner.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test makes up the samples. The order, the file and the end of the run are the program's. */
class CurveTrialsTest {
    private static final long SEED = 7;

    @TempDir
    Path results;

    private final List<Step> taken = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();
    private CurveRequest request = ACurve.request("p99=20ms", "-p", "acks=1,all", "-p", "enableIdempotence=false");
    private Function<Step, Sample> sampler = ACurve::sample;
    private Function<Step, Optional<String>> unrest = step -> Optional.empty();
    private RunDirectory directory;
    private CurveAgenda agenda;

    @BeforeEach
    void make_the_directory() throws IOException {
        directory = RunDirectory.create(results, "run", RunDirectory.HISTOGRAMS, RunDirectory.SCRATCH);
    }

    @Test
    void the_capacity_of_each_mode_is_found_and_every_trial_is_a_row() {
        run(Integer.MAX_VALUE);

        for (ModeCurve curve : agenda.curves()) {
            SearchResult found = curve.result(ACurve.GOAL).orElseThrow();
            assertThat(found.end()).isEqualTo(SearchEnd.REGULAR);
            assertThat(ACurve.CAPACITY)
                    .isBetween(found.lowerBound().getAsInt(), found.upperBound().getAsInt());
        }
        assertThat(rows()).hasSameSizeAs(taken);
        assertThat(rows()).extracting(row -> row.text(JudgementKeys.DROPPED)).containsOnly("");
        assertThat(rows().get(0).text(CurveKeys.PHASE)).isEqualTo("maximum");
    }

    @Test
    void each_block_holds_what_every_mode_needs_next_in_an_order_of_its_own() {
        run(Integer.MAX_VALUE);

        List<Step> ladder = taken.stream().filter(step -> step.block() == 2).toList();
        assertThat(ladder).hasSize(12);
        assertThat(ladder.subList(0, 6))
                .extracting(step -> step.scenario().guarantee().mode())
                .contains(Mode.ACKS_1, Mode.ACKS_ALL);
    }

    @Test
    void a_run_that_was_stopped_goes_on_with_the_same_trials_and_measures_nothing_twice() {
        run(Integer.MAX_VALUE);
        List<Step> whole = List.copyOf(taken);
        String file = text(directory.curve());

        for (int stop = 1; stop < whole.size(); stop += 5) {
            taken.clear();
            directory = RunDirectory.create(results, "stopped-" + stop, RunDirectory.HISTOGRAMS, RunDirectory.SCRATCH);
            run(stop);
            run(Integer.MAX_VALUE);

            // The trial during which it was told to stop is taken again, because it was not written.
            List<Step> written = new ArrayList<>(taken);
            written.remove(stop);
            assertThat(written).isEqualTo(whole);
            assertThat(text(directory.curve())).isEqualTo(file);
        }
    }

    @Test
    void a_row_that_is_not_of_its_turn_is_refused() throws IOException {
        run(5);
        ResultRow last = rows().get(4);
        String changed = text(directory.curve()).replace(",ladder,", ",search,");
        Files.writeString(directory.curve(), changed);

        assertThatThrownBy(() -> trials().replay())
                .isInstanceOf(ResultFileException.class)
                .hasMessageContaining("phase")
                .hasMessageContaining("expected ladder");
        assertThat(last.text(CurveKeys.PHASE)).isEqualTo("ladder");
    }

    @Test
    void a_dropped_trial_says_why_and_its_load_is_asked_for_again() {
        sampler = step ->
                step.block() == 3 ? ACurve.sample(step, ACurve.quiet(step).others(0.5)) : ACurve.sample(step);
        run(Integer.MAX_VALUE);

        List<ResultRow> dropped = rows().stream()
                .filter(row -> !row.text(JudgementKeys.DROPPED).isEmpty())
                .toList();
        assertThat(dropped).hasSize(2).allSatisfy(row -> {
            assertThat(row.text(JudgementKeys.DROPPED)).startsWith("other processes used 50.0 %");
            assertThat(rows())
                    .filteredOn(other -> other.requireInt(SampleKeys.BLOCK) == 4)
                    .extracting(other -> other.text(ScenarioKeys.TARGET_RATE))
                    .contains(row.text(ScenarioKeys.TARGET_RATE));
        });
        assertThat(progress).anyMatch(line -> line.startsWith("block 3  search") && line.contains("dropped: other"));
    }

    @Test
    void a_goal_below_what_the_quiet_cluster_gives_is_said_once_and_not_searched_for() {
        request = ACurve.request("p99=1ms", "-p", "acks=1");
        run(Integer.MAX_VALUE);

        assertThat(progress)
                .filteredOn(line -> line.contains("no rate is searched for"))
                .containsExactly(
                        "acks=1: p99=1ms is below what this cluster gives at 10 % of its maximum, so no rate is searched for");
        assertThat(rows()).extracting(row -> row.text(CurveKeys.PHASE)).doesNotContain("search");
    }

    @Test
    void a_trial_that_was_not_run_leaves_no_row_and_is_taken_on_new_brokers() {
        Function<Step, Sample> alive = sampler;
        sampler = step -> taken.size() == 3 ? ACurve.notRun(step) : alive.apply(step);
        run(Integer.MAX_VALUE);

        assertThat(taken.get(3)).isEqualTo(taken.get(2));
        assertThat(rows()).hasSize(taken.size() - 1);
    }

    @Test
    void a_trial_before_which_the_brokers_had_not_recovered_is_dropped() {
        unrest = step -> step.block() == 3 ? Optional.of("not quiet") : Optional.empty();
        run(Integer.MAX_VALUE);

        assertThat(rows())
                .filteredOn(row -> !row.text(JudgementKeys.DROPPED).isEmpty())
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.text(JudgementKeys.DROPPED)).isEqualTo("not quiet");
                    assertThat(row.requireInt(SampleKeys.BLOCK)).isEqualTo(3);
                });
    }

    @Test
    void the_rows_and_their_summary_are_as_in_the_golden_files() throws IOException {
        request = ACurve.request("p99=20ms,p50=1ms", "-p", "acks=0,all", "-p", "transactional=false");
        run(Integer.MAX_VALUE);
        String summary =
                CurveSummary.of(rows(), agenda.curves(), request.goals()).csv();
        Files.writeString(directory.curveSummary(), summary);

        assertAll(
                () -> Golden.assertSame("curve/golden/curve.csv", text(directory.curve())),
                () -> Golden.assertSame("curve/golden/curve-summary.csv", summary),
                () -> Golden.assertSame(
                        "curve/golden/curve.txt", CurveText.of(CsvTable.read(directory.curveSummary()))));
    }

    /** Takes trials until so many are taken, and is told to stop during the next. */
    private void run(int trials) {
        CurveTrials running = trials();
        running.replay();
        running.run(this::take, () -> taken.size() > trials);
    }

    private CurveTrials trials() {
        FinishedRows<CurveTrial> rows = new FinishedRows<>(directory, directory.curve(), CurveColumns.TABLE);
        agenda = new CurveAgenda(CurvePlan.of(request).curves(), SEED);
        return new CurveTrials(agenda, request, directory, rows, progress::add, 40);
    }

    private SampledTrial take(Step step) {
        taken.add(step);
        return new SampledTrial(sampler.apply(step), unrest.apply(step));
    }

    private List<ResultRow> rows() {
        return CsvTable.read(directory.curve());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
