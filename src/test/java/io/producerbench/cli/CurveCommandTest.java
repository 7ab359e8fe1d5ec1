package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurveCommandTest {
    @Test
    void a_dry_run_tells_modes_goals_and_duration_and_starts_nothing() {
        Console console = Console.run(
                "curve",
                "--dry-run",
                "--slo",
                "p99=50 ms, p99.9=200ms",
                "-p",
                "acks=1,all",
                "-p",
                "transactional=false");

        assertThat(console.exitCode()).as(console.err()).isEqualTo(ExitCode.DONE);
        List<String> lines = console.out().lines().toList();
        assertThat(lines.subList(0, 4))
                .containsExactly(
                        "  acks-1-min-isr-2-1024B",
                        "  acks-all-min-isr-2-1024B",
                        "  idempotent-min-isr-2-1024B",
                        "goals: p99=50ms, p99.9=200ms");
        assertThat(lines.get(4)).startsWith("about 105 trials, ");
    }

    @Test
    void the_help_shows_two_examples_that_are_understood() {
        Console console = Console.run("curve", "--help");

        List<String> examples = console.out()
                .lines()
                .filter(line -> line.strip().startsWith("./run-bench.sh curve"))
                .filter(line -> !line.contains("[options]"))
                .map(line -> line.strip().split(" {2,}")[0].replaceFirst("./run-bench.sh ", ""))
                .toList();
        assertThat(examples)
                .hasSize(2)
                .allSatisfy(example -> assertThat(
                                Console.run((example + " --dry-run").split(" ")).exitCode())
                        .isEqualTo(ExitCode.DONE));
    }

    @Test
    void without_goals_the_goal_is_twenty_milliseconds_at_the_99th_percentile() {
        assertThat(Console.run("curve", "--dry-run").out()).contains("goals: p99=20ms\n");
    }
}
