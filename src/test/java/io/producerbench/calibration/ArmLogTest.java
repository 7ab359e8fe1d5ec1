package io.producerbench.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.failure.UsageException;
import io.producerbench.jmh.ForkFailure;
import io.producerbench.results.ResultFileException;
import io.producerbench.results.RunDirectory;
import io.producerbench.run.KilledRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArmLogTest {
    private static final double THIRD = 1.0 / 3;

    @TempDir
    Path results;

    private final List<String> progress = new ArrayList<>();
    private RunDirectory run;
    private int worked;

    @BeforeEach
    void begin() {
        run = RunDirectory.create(results, "run", RunDirectory.SCRATCH);
    }

    @Test
    void a_calibration_that_is_killed_at_any_moment_goes_on_with_every_arm_once() throws IOException {
        List<KilledRun> killed = new ArrayList<>();
        ArmLog log = new ArmLog(run, progress::add);
        Findings findings = new Findings(ACalibration.RUN);
        for (int block = 1; block <= 3; block++) {
            int number = block;
            killed.addAll(KilledRun.during(() -> take(log, findings, number), run, 8));
        }
        List<CalibrationFinding> whole = findings.list();
        assertThat(whole.get(0).values()).containsExactly(THIRD, 2 * THIRD, 3 * THIRD);

        for (KilledRun at : killed) {
            at.restore(run);
            String finished = at.lines(Path.of("calibration-samples.csv"));
            Findings again = new Findings(ACalibration.RUN);
            ArmLog resumed = new ArmLog(run, progress::add);
            worked = 0;
            for (int block = 1; block <= 3; block++) {
                assertThat(take(resumed, again, block).isPresent()).isEqualTo(block != 2);
            }

            assertThat(again.list()).isEqualTo(whole);
            assertThat(resumed.notOk()).isEqualTo(log.notOk()).hasSize(1);
            assertThat(Files.readString(run.calibrationSamples())).startsWith(finished);
            assertThat(Files.readAllLines(run.calibrationSamples())).hasSize(4);
            assertThat(worked).isEqualTo(3 - Math.max(0, (int) finished.lines().count() - 1));
        }
        assertThat(killed).hasSizeGreaterThan(60);
    }

    @Test
    void what_an_arm_gave_must_be_as_it_left_it() throws IOException {
        take(new ArmLog(run, progress::add), new Findings(ACalibration.RUN), 1);
        Files.delete(run.arm(1));

        assertThatThrownBy(() -> new ArmLog(run, progress::add))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("scratch/arm-0001.json is gone, on which calibration-samples.csv line 2 rests");
    }

    @Test
    void an_arm_whose_turn_it_is_not_is_refused() {
        take(new ArmLog(run, progress::add), new Findings(ACalibration.RUN), 1);
        ArmLog resumed = new ArmLog(run, progress::add);

        assertThatThrownBy(() -> take(resumed, new Findings(ACalibration.RUN), 2))
                .isInstanceOf(ResultFileException.class)
                .hasMessageContaining("line 2, column block: expected 2, got '1'");
    }

    /** Takes an arm, of which the second fails after it has found something. */
    private Optional<ArmReadings> take(ArmLog log, Findings findings, int block) {
        return log.take(findings, ACalibration.step(block, 1, 100), Arm.MAX_RATE, () -> {
            worked++;
            findings.add(CalibrationCheck.ALLOCATION, "acks=all", block * THIRD);
            if (block == 2) {
                throw new ForkFailure("the fork is dead", new IllegalStateException());
            }
            return ArmReadings.rate(block * THIRD);
        });
    }
}
