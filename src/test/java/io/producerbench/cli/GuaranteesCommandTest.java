package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.Golden;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.environment.GitState;
import io.producerbench.failure.UsageException;
import io.producerbench.guarantees.GuaranteesRequest;
import io.producerbench.guarantees.GuaranteesRun.GuaranteesResult;
import io.producerbench.guarantees.experiments.Experiment;
import io.producerbench.guarantees.experiments.TrialCell;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunFile;
import io.producerbench.results.trials.TrialSummary;
import io.producerbench.run.Provenance;
import io.producerbench.run.RunKind;
import io.producerbench.run.RunPlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What the command asks for and what it makes of the answer; no broker is hurt. */
class GuaranteesCommandTest {
    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<GuaranteesRequest> requests = new ArrayList<>();

    @Test
    void a_run_that_goes_on_is_asked_for_by_its_own_options(@TempDir Path stopped) throws IOException {
        run(List.of(), "--only=C10", "--trials=2", "--seed=7", "--broker-version=4.4.0");
        GuaranteesRequest begun = requests.get(0);
        Map<String, Object> plan = new HashMap<>(begun.asked());
        plan.put("seed", begun.seed());
        RunPlan.of(RunKind.GUARANTEES, new Provenance(GitState.UNKNOWN, "17", "4.3.1", "4.4.0"), plan)
                .write(new RunDirectory(stopped));

        Files.delete(new RunDirectory(directory).settings());
        run(List.of(), "--resume=" + stopped);

        assertThat(requests.get(1))
                .isEqualTo(new GuaranteesRequest(
                        begun.plan(),
                        begun.tier(),
                        begun.asked(),
                        7,
                        "4.4.0",
                        begun.clusterKind(),
                        begun.docker(),
                        begun.project(),
                        stopped.getParent(),
                        begun.workDirectory(),
                        Optional.of(stopped)));
    }

    @Test
    void a_dry_run_lists_the_trials_and_hurts_no_broker() {
        ExitCode code = run(List.of(), "--dry-run", "--only", "C10,C14", "--trials", "2");

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(requests).isEmpty();
        assertThat(text(out))
                .containsPattern("C10 +answer lost after the append +\\d+ +\\d+\n")
                .containsPattern("C14 +three requests in flight lost +\\d+ +\\d+\n")
                .containsPattern("tier standard: \\d+ trials; ");
    }

    @Test
    void everything_is_tried_unless_something_is_asked_for() {
        run(List.of());

        assertThat(experiments()).containsExactlyInAnyOrder(Experiment.values());
        assertThat(requests.get(0).tier()).isEqualTo("standard");
    }

    @Test
    void only_what_is_asked_for_is_tried() {
        run(List.of(), "--only", "C10,C14b");

        assertThat(experiments()).containsExactlyInAnyOrder(Experiment.C10, Experiment.C14b);
    }

    @Test
    void a_question_that_an_experiment_answers_with_other_settings_asks_for_that_experiment() {
        run(List.of(), "--only", "C6,C12,C4,C15");

        assertThat(experiments())
                .containsExactlyInAnyOrder(
                        Experiment.C3, Experiment.C5, Experiment.C10, Experiment.C11, Experiment.C14);
    }

    @Test
    void a_number_of_trials_goes_before_the_tier_s() {
        run(List.of(), "--only", "C1", "--trials", "2");

        assertThat(requests.get(0).plan().trials()).isEqualTo(30);
    }

    @Test
    void a_tier_leaves_out_what_it_has_not_however_many_trials_are_asked_for() {
        run(List.of(), "--tier", "smoke", "--trials", "2");

        assertThat(experiments()).doesNotContain(Experiment.C19).contains(Experiment.C5);
    }

    @Test
    void in_containers_what_hurts_the_connections_between_brokers_is_not_tried_and_says_why() {
        run(List.of(), "--cluster", "containers", "--image", "kafka:1");

        assertThat(experiments())
                .doesNotContain(Experiment.C5, Experiment.C5d, Experiment.C7, Experiment.C11)
                .contains(Experiment.C3, Experiment.C5b, Experiment.C6b, Experiment.C10, Experiment.C19);
        assertThat(requests.get(0).clusterKind()).isEqualTo(ClusterKind.CONTAINERS);
        assertThat(requests.get(0).docker().image()).contains("kafka:1");
        assertThat(text(err))
                .contains("C5 is not tried: its fault is in the connections between brokers, which with --cluster"
                        + " containers do not go through this machine's ports")
                .contains("C19 (partition leader dies before the markers arrive) is not tried: ")
                .doesNotContain("C19 (coordinator");
    }

    @Test
    void what_alone_was_asked_for_and_cannot_be_tried_is_refused() {
        assertThatThrownBy(() -> run(List.of(), "--cluster", "compose", "--only", "C5,C7"))
                .isInstanceOf(UsageException.class)
                .message()
                .contains("C5,C7", "connections between brokers", "compose");
        assertThat(requests).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--tier=daily | smoke, standard, release, nightly | daily",
                "--only=C99 | C9? | C99",
                "--only=c5 | C5? | c5",
                "--trials=0 | 1 to 10000 | 0",
                "--tier=smoke --only=C19 | tier smoke | C19"
            })
    void what_was_expected_and_what_was_got_are_named(String line, String expected, String got) {
        assertThatThrownBy(() -> run(List.of(), line.split(" ")))
                .isInstanceOf(UsageException.class)
                .message()
                .contains(expected, got);
        assertThat(requests).isEmpty();
    }

    @Test
    void what_is_as_expected_is_no_failure() {
        assertThat(run(List.of())).isEqualTo(ExitCode.DONE);
        assertThat(text(out)).endsWith("results: " + directory + "\n").contains("\n8. idempotence forces settings");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void a_broken_promise_is_named_and_gives_exit_code_4() {
        assertThat(run(List.of("C5  acks=all  BROKEN"))).isEqualTo(ExitCode.VERDICT);
        assertThat(text(err)).isEqualTo("not as expected: C5  acks=all  BROKEN\n");
    }

    @Test
    void a_claim_that_is_not_shown_gives_exit_code_4() {
        assertThat(run(List.of(), trial -> true)).isEqualTo(ExitCode.VERDICT);
        assertThat(text(out)).contains(" - not shown");
    }

    private ExitCode run(List<String> notAsExpected, String... arguments) {
        return run(notAsExpected, trial -> trial.contains(",C2,"), arguments);
    }

    private ExitCode run(List<String> notAsExpected, Predicate<String> trials, String... arguments) {
        GuaranteesCommand command =
                new GuaranteesCommand(print(out), print(err), print(err)::println, (request, progress) -> {
                    requests.add(request);
                    return new GuaranteesResult(directory, notAsExpected, List.of());
                });
        new CommandLine(command).parseArgs(arguments);
        write(trials);
        return command.run();
    }

    /** What a run would have left. */
    private void write(Predicate<String> trials) {
        RunDirectory run = new RunDirectory(directory);
        try {
            List<String> lines = Files.readAllLines(Golden.file("results/golden/guarantees.csv"));
            Files.write(
                    run.guarantees(),
                    Stream.concat(
                                    lines.stream().limit(1),
                                    lines.stream().skip(1).filter(trials))
                            .toList());
            Files.copy(Golden.file("guarantees/experiments/golden/settings.csv"), run.settings());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RunFile.write(run.guaranteesSummary(), TrialSummary.of(run).csv());
    }

    private Set<Experiment> experiments() {
        return requests.get(0).plan().events().stream()
                .flatMap(List::stream)
                .map(TrialCell::experiment)
                .collect(Collectors.toSet());
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream written) {
        return written.toString(StandardCharsets.UTF_8);
    }
}
