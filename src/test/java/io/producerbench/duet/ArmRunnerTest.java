package io.producerbench.duet;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.jmh.ForkClassPath;
import io.producerbench.results.SampleRow;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.sweep.SampleRunner.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ArmRunnerTest {
    private final SampleRow row = ADuet.sample().row(3, 4);
    private final Step step = row.step();

    @Test
    void a_side_has_the_row_of_the_sample_and_how_often_leaders_moved() {
        ArmSide side = new ArmRunner(
                        taken -> new Sample(row, Optional.empty(), OptionalInt.of(2)), Optional.empty(), new ForkCpu())
                .take(step);

        assertThat(side.sample()).isEqualTo(row);
        assertThat(side.leaderMoves()).hasValue(2);
    }

    @Test
    void the_load_is_that_of_before_the_sample() {
        List<String> calls = new ArrayList<>();
        Function<Step, Sample> sampler = taken -> {
            calls.add("sample");
            return new Sample(row, Optional.empty(), OptionalInt.empty());
        };
        ArmRunner runner = new ArmRunner(sampler, Optional.empty(), new ForkCpu(), () -> {
            calls.add("load");
            return 1.5;
        });

        assertThat(runner.take(step).load()).hasValue(1.5);
        assertThat(calls).containsExactly("load", "sample");
    }

    @Test
    void a_system_that_does_not_tell_its_load_leaves_the_cell_empty() {
        ArmRunner runner = new ArmRunner(
                taken -> new Sample(row, Optional.empty(), OptionalInt.empty()),
                Optional.empty(),
                new ForkCpu(),
                () -> -1);

        assertThat(runner.take(step).load()).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void the_forks_of_an_arm_with_a_jar_run_on_that_jar() {
        List<String> classPaths = new ArrayList<>();
        Function<Step, Sample> sampler = taken -> {
            classPaths.add(System.getProperty("java.class.path"));
            return new Sample(row, Optional.empty(), OptionalInt.empty());
        };
        String ours = System.getProperty("java.class.path");

        ArmRunner runner =
                new ArmRunner(sampler, Optional.of(new ForkClassPath(Path.of("arms/benchmarks.jar"))), new ForkCpu());
        runner.whileStarting(() -> runner.take(step));

        assertThat(classPaths).containsExactly("arms/benchmarks.jar");
        assertThat(System.getProperty("java.class.path")).isEqualTo(ours);
    }
}
