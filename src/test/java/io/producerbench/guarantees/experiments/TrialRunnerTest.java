package io.producerbench.guarantees.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.guarantee.Mode;
import io.producerbench.guarantee.Verdict;
import io.producerbench.guarantees.experiments.TrialResult.Observed;
import io.producerbench.results.ASample;
import io.producerbench.results.CsvTable;
import io.producerbench.results.ResultFileException;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class TrialRunnerTest {
    private static final Path LEDGERS = Path.of("ledgers");
    private static final TrialCell QUICK = cell(Experiment.C10, Mode.ACKS_1);
    private static final TrialCell QUICK_TOO = cell(Experiment.C10, Mode.ACKS_ALL);
    private static final TrialCell KILL = cell(Experiment.C5, Mode.ACKS_1);

    /** Verdict by cell and number of the trial within the cell. */
    private BiFunction<TrialCell, Integer, Verdict> verdicts = (cell, number) -> Verdict.HELD;

    @TempDir
    Path directory;

    private FinishedTrials finished = FinishedTrials.none();

    private final List<FakeEvent> events = new ArrayList<>();
    private final List<TrialResult> results = new ArrayList<>();

    @Test
    void a_trial_that_told_something_is_not_repeated() {
        verdicts = (cell, number) -> cell.equals(QUICK) ? Verdict.HELD : Verdict.BROKEN;

        run(QUICK, QUICK_TOO);

        assertThat(events).hasSize(1);
        assertThat(results).extracting(TrialResult::verdict).containsExactly(Verdict.HELD, Verdict.BROKEN);
    }

    @Test
    void only_the_trials_that_told_nothing_are_repeated_and_all_results_are_given() {
        verdicts = (cell, number) -> cell.equals(QUICK) && number == 1 ? Verdict.INVALID : Verdict.HELD;

        run(QUICK, QUICK_TOO);

        assertThat(events).hasSize(2);
        assertThat(events.get(1).staged).extracting(TrialResult::cell).containsExactly(QUICK);
        assertThat(results)
                .extracting(TrialResult::verdict)
                .containsExactly(Verdict.INVALID, Verdict.HELD, Verdict.HELD);
    }

    @Test
    void a_trial_of_unknown_verdict_is_repeated_too() {
        verdicts = (cell, number) -> number == 1 ? Verdict.UNKNOWN : Verdict.HELD;

        run(QUICK);

        assertThat(results).extracting(TrialResult::verdict).containsExactly(Verdict.UNKNOWN, Verdict.HELD);
    }

    @Test
    void a_trial_that_tells_nothing_twice_is_given_up() {
        verdicts = (cell, number) -> Verdict.INVALID;

        run(QUICK);

        assertThat(events).hasSize(2);
        assertThat(results).extracting(TrialResult::verdict).containsExactly(Verdict.INVALID, Verdict.INVALID);
    }

    @Test
    void trials_are_numbered_within_their_cell_over_all_events() {
        verdicts = (cell, number) -> cell.equals(QUICK) && number == 1 ? Verdict.INVALID : Verdict.HELD;

        try (TrialRunner runner = runner()) {
            runner.run(List.of(QUICK, QUICK_TOO), results::add);
            runner.run(List.of(QUICK_TOO, QUICK), results::add);
        }

        assertThat(results).extracting(TrialResult::cell).containsExactly(QUICK, QUICK_TOO, QUICK, QUICK_TOO, QUICK);
        assertThat(results).extracting(TrialResult::number).containsExactly(1, 1, 2, 2, 3);
    }

    @Test
    void a_run_that_is_stopped_after_any_trial_goes_on_as_if_it_had_not_been() {
        verdicts = (cell, number) -> number % 3 == 1 ? Verdict.INVALID : Verdict.BROKEN;
        TrialPlan plan = new TrialPlan(
                List.of(List.of(QUICK, QUICK_TOO, QUICK), List.of(KILL), List.of(QUICK_TOO, QUICK), List.of(KILL)));
        run(plan);
        List<TrialResult> whole = List.copyOf(results);
        assertThat(whole).hasSizeGreaterThan(plan.trials());

        for (int tried = 0; tried <= whole.size(); tried++) {
            finished = FinishedTrials.of(rows(whole.subList(0, tried)), plan);
            results.clear();
            run(plan);

            assertThat(finished.all()).hasSize(tried);
            assertThat(results).isEqualTo(whole.subList(tried, whole.size()));
        }
    }

    @Test
    void a_trial_that_the_plan_does_not_have_is_refused() {
        run(KILL);

        assertThatThrownBy(() -> FinishedTrials.of(rows(results), new TrialPlan(List.of(List.of(QUICK)))))
                .isInstanceOf(ResultFileException.class)
                .hasMessageContaining(
                        "line 2, column experiment: expected one that is planned with this mode, got 'C5'");
    }

    private void run(TrialPlan plan) {
        try (TrialRunner runner = runner()) {
            plan.events().forEach(event -> runner.run(event, results::add));
        }
    }

    private List<ResultRow> rows(List<TrialResult> trials) {
        CsvTable<TrialRow> table = new CsvTable<>(TrialColumns.ALL);
        Path file = directory.resolve("guarantees.csv");
        RunFile.write(
                file,
                table.text(trials.stream()
                        .map(trial -> new TrialRow(ASample.RUN, trial))
                        .toList()));
        return CsvTable.read(file);
    }

    @Test
    void no_two_trials_share_a_run() {
        verdicts = (cell, number) -> Verdict.INVALID;

        run(QUICK, QUICK_TOO);

        assertThat(events.stream().flatMap(event -> event.runs.stream())).containsExactly(100L, 101L, 102L, 103L);
    }

    @Test
    void the_topics_of_a_failed_event_are_deleted_too() {
        RuntimeException failure = new IllegalStateException("no topic");
        TrialRunner runner = new TrialRunner(
                threads -> open(new FakeEvent() {
                    @Override
                    public void prepare() {
                        throw failure;
                    }
                }),
                LEDGERS,
                100,
                finished);

        assertThatThrownBy(() -> runner.run(List.of(QUICK), results::add)).isSameAs(failure);
        runner.close();

        assertThat(events.get(0).forgotten).isTrue();
    }

    @Test
    void a_broker_is_killed_only_after_the_topics_of_the_events_before_are_deleted() {
        CountDownLatch killing = new CountDownLatch(1);
        AtomicBoolean deletedBefore = new AtomicBoolean();
        FakeEvent quick = new FakeEvent() {
            @Override
            public void forget() {
                // If nothing waits for this deletion, the kill comes first and ends the wait.
                await(killing, Duration.ofMillis(200));
                super.forget();
            }
        };
        FakeEvent kill = new FakeEvent() {
            @Override
            public List<TrialResult> run() {
                deletedBefore.set(quick.forgotten.get());
                killing.countDown();
                return super.run();
            }
        };
        List<FakeEvent> scripted = new ArrayList<>(List.of(quick, kill));

        try (TrialRunner runner = new TrialRunner(threads -> open(scripted.remove(0)), LEDGERS, 100, finished)) {
            runner.run(List.of(QUICK), results::add);
            runner.run(List.of(KILL), results::add);
        }

        assertThat(deletedBefore).isTrue();
    }

    @Test
    void quick_trials_do_not_wait_until_the_topics_of_the_events_before_are_deleted() {
        CountDownLatch secondRuns = new CountDownLatch(1);
        FakeEvent first = new FakeEvent() {
            @Override
            public void forget() {
                if (await(secondRuns, Duration.ofSeconds(30))) {
                    super.forget();
                }
            }
        };
        FakeEvent second = new FakeEvent() {
            @Override
            public List<TrialResult> run() {
                secondRuns.countDown();
                return super.run();
            }
        };
        List<FakeEvent> scripted = new ArrayList<>(List.of(first, second));

        try (TrialRunner runner = new TrialRunner(threads -> open(scripted.remove(0)), LEDGERS, 100, finished)) {
            runner.run(List.of(QUICK), results::add);
            runner.run(List.of(QUICK), results::add);
        }

        assertThat(first.forgotten).isTrue();
        assertThat(second.forgotten).isTrue();
    }

    private void run(TrialCell... cells) {
        try (TrialRunner runner = runner()) {
            runner.run(List.of(cells), results::add);
        }
    }

    private TrialRunner runner() {
        return new TrialRunner(threads -> open(new FakeEvent()), LEDGERS, 100, finished);
    }

    private TrialEvent open(FakeEvent event) {
        events.add(event);
        return event;
    }

    private static boolean await(CountDownLatch latch, Duration atMost) {
        try {
            return latch.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static TrialCell cell(Experiment experiment, Mode mode) {
        return new TrialCell(experiment, mode.with(2), "", Expectation.never(Anomaly.LOST));
    }

    /** An event without brokers, whose trials have the verdicts that the test wants. */
    private class FakeEvent implements TrialEvent {
        final List<TrialResult> staged = new ArrayList<>();
        final List<Long> runs = new ArrayList<>();
        final AtomicBoolean forgotten = new AtomicBoolean();

        @Override
        public void stage(TrialCell cell, int number, long run, Path ledgers) {
            runs.add(run);
            staged.add(new TrialResult(
                    cell,
                    number,
                    Instant.EPOCH,
                    Duration.ZERO,
                    new TrialVerdict(verdicts.apply(cell, number), "", Optional.empty()),
                    new Observed(OptionalLong.empty(), 0, 1, Map.of())));
        }

        @Override
        public void prepare() {
            assertThat(staged).isNotEmpty();
        }

        @Override
        public List<TrialResult> run() {
            return staged;
        }

        @Override
        public void forget() {
            forgotten.set(true);
        }
    }
}
