package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every command that the documentation shows is one that this program takes. */
class DocumentedCommandsTest {
    private static final List<Path> PAGES = List.of(
            Path.of("README.md"),
            Path.of("benchmarks.md"),
            Path.of("docs/duet.md"),
            Path.of("docs/existing-cluster.md"),
            Path.of("docs/planning.md"));

    @TempDir
    Path unfinishedRun;

    @TestFactory
    Stream<DynamicTest> a_command_in_the_documentation_is_understood() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path page : PAGES) {
            if (Files.exists(page)) {
                for (List<String> command : DocumentedCommands.in(Files.readString(page))) {
                    tests.add(DynamicTest.dynamicTest(
                            page + ": " + String.join(" ", command), () -> understands(command)));
                }
            }
        }
        return tests.stream();
    }

    private void understands(List<String> command) throws IOException {
        Console console = Console.run(harmless(command).toArray(String[]::new));

        assertThat(console.exitCode()).as(console.err()).isEqualTo(ExitCode.DONE);
    }

    /**
     * The same without starting brokers: a sweep only plans, a run to be resumed is one of ours,
     * the rest show their help.
     */
    private List<String> harmless(List<String> command) throws IOException {
        List<String> harmless = new ArrayList<>(command);
        boolean plans = command.isEmpty()
                || !List.of(
                                "guarantees",
                                "calibrate",
                                "cluster",
                                "report",
                                "compare",
                                "duet",
                                "history",
                                "export",
                                "plan")
                        .contains(command.get(0));
        String question = plans ? "--dry-run" : "--help";
        if (!command.contains(question)) {
            harmless.add(question);
        }
        int resume = harmless.indexOf("--resume");
        if (resume >= 0 && resume + 1 < command.size()) {
            Files.writeString(
                    unfinishedRun.resolve("plan.json"),
                    "{\"jmh_arguments\": [], \"quick\": true, \"seed\": 1, \"cluster_kind\": \"processes\","
                            + " \"broker_version\": \"4.3.1\", \"broker_warm_up_rounds\": 12}");
            harmless.set(resume + 1, unfinishedRun.toString());
        }
        return harmless;
    }

    @Test
    void commands_are_found_in_shell_blocks_only() {
        assertThat(DocumentedCommands.in("""
                        Run `./run-bench.sh --inline`, or:

                        ```sh
                        ./run-bench.sh --quick
                        ./mvnw verify
                        ```
                        ```java
                        ./run-bench.sh --java
                        ```
                        ```console
                        $ ./run-bench.sh -p acks=all   # a comment
                        44 cells
                        ```
                        """)).containsExactly(List.of("--quick"), List.of("-p", "acks=all"));
    }

    @Test
    void words_are_told_apart_as_a_shell_does() {
        assertThat(DocumentedCommands.in("""
                        ```bash
                        ./run-bench.sh -jvmArgs "-Xmx2g -Xms2g" 'Max.*' \\
                            -f 2 | tee log
                        ./run-bench.sh
                        ```
                        """))
                .containsExactly(List.of("-jvmArgs", "-Xmx2g -Xms2g", "Max.*", "-f", "2"), List.of());
    }

    @Test
    void a_command_that_is_not_understood_is_found_out() {
        assertThat(Console.run("--qick", "--dry-run").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(Console.run("guarantees", "--dry-run").exitCode()).isEqualTo(ExitCode.USAGE);
    }
}
