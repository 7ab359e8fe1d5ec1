package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.calibration.Calibration.CalibrationResult;
import io.producerbench.calibration.CalibrationCheck;
import io.producerbench.calibration.CalibrationFinding;
import io.producerbench.calibration.CalibrationRequest;
import io.producerbench.environment.GitState;
import io.producerbench.environment.WorkDirectory;
import io.producerbench.results.RunDirectory;
import io.producerbench.run.Provenance;
import io.producerbench.run.RunKind;
import io.producerbench.run.RunPlan;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What the command asks for and what it makes of the answer; nothing is measured. */
class CalibrateCommandTest {
    private static final List<CalibrationFinding> MISSED =
            List.of(new CalibrationFinding(CalibrationCheck.ALLOCATION, "acks=all 100 B", List.of(32.0)));
    private static final Path DIRECTORY = Path.of("elsewhere/run").toAbsolutePath();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<CalibrationRequest> requests = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "--seed=7,false,6",
        "--peers,true,6",
        "--blocks=3,false,3",
        "--peers --blocks=12,true,12",
        "--blocks=1,false,1"
    })
    void there_are_six_blocks_unless_a_number_is_given(String line, boolean peers, int blocks) {
        run(new CalibrationResult(DIRECTORY, MISSED, List.of()), line.split(" "));

        assertThat(requests).hasSize(1);
        assertThat(requests.get(0).peers()).isEqualTo(peers);
        assertThat(requests.get(0).blocks()).isEqualTo(blocks);
    }

    @Test
    void every_option_reaches_the_calibration() {
        run(
                new CalibrationResult(DIRECTORY, MISSED, List.of()),
                "--peers",
                "--blocks=2",
                "--seed=7",
                "--broker-version=4.4.0",
                "--results=elsewhere");

        assertThat(requests).containsExactly(withPeers(Path.of("elsewhere").toAbsolutePath(), Optional.empty()));
    }

    @Test
    void a_run_that_goes_on_is_asked_for_by_its_own_options(@TempDir Path stopped) {
        RunPlan.of(
                        RunKind.CALIBRATE,
                        new Provenance(GitState.UNKNOWN, "17", "4.3.1", "4.4.0"),
                        Map.of("peers", true, "blocks", 2, "seed", 7))
                .write(new RunDirectory(stopped));

        run(new CalibrationResult(DIRECTORY, MISSED, List.of()), "--resume=" + stopped);

        assertThat(requests).containsExactly(withPeers(stopped.getParent(), Optional.of(stopped)));
    }

    @Test
    void what_is_not_said_is_random_or_the_default() {
        run(new CalibrationResult(DIRECTORY, MISSED, List.of()));

        assertThat(requests.get(0).seed()).isPositive();
        assertThat(requests.get(0).brokerVersion()).isEqualTo(Checkout.brokerVersion());
        assertThat(requests.get(0).results()).isEqualTo(Checkout.home().resolve("results"));
    }

    @Test
    void a_missed_target_is_no_failure() {
        ExitCode exitCode = run(new CalibrationResult(DIRECTORY, MISSED, List.of()));

        assertThat(exitCode).isEqualTo(ExitCode.DONE);
        assertThat(text(out)).contains("MISS G3").endsWith("\nresults: " + Path.of("elsewhere/run") + "\n");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void the_signs_of_the_targets_arrive_in_any_locale() {
        CalibrateCommand command = new CalibrateCommand(
                new PrintStream(out, true, StandardCharsets.US_ASCII),
                print(err),
                print(err)::println,
                (request, progress) -> new CalibrationResult(DIRECTORY, MISSED, List.of()));

        command.run();

        assertThat(text(out)).contains("expected ≤ 1, got 32.00\nbytes/record (blocks from 32.00 to 32.00)");
    }

    @Test
    void a_sample_that_is_not_ok_is_named_and_gives_exit_code_4() {
        ExitCode exitCode = run(
                new CalibrationResult(DIRECTORY, MISSED, List.of("block 2 max-rate FAILED: the stub broker ended")));

        assertThat(exitCode).isEqualTo(ExitCode.VERDICT);
        assertThat(text(out)).contains("MISS G3").endsWith("\nresults: " + Path.of("elsewhere/run") + "\n");
        assertThat(text(err)).isEqualTo("not OK: block 2 max-rate FAILED: the stub broker ended\n");
    }

    @Test
    void the_help_says_that_a_miss_is_no_failure() {
        assertThat(Console.run("calibrate", "--help").out())
                .contains("A MISS is information", "the exit code stays 0", "--peers", "--blocks", "--seed");
    }

    private ExitCode run(CalibrationResult outcome, String... arguments) {
        CalibrateCommand command =
                new CalibrateCommand(print(out), print(err), print(err)::println, (request, progress) -> {
                    requests.add(request);
                    return outcome;
                });
        new CommandLine(command).parseArgs(arguments);
        return command.run();
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream written) {
        return written.toString(StandardCharsets.UTF_8);
    }

    private static CalibrationRequest withPeers(Path results, Optional<Path> resumed) {
        return new CalibrationRequest(
                true, 2, 7, "4.4.0", Checkout.peerJars(), Checkout.home(), results, WorkDirectory.usual(), resumed);
    }
}
