package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    @TempDir
    Path unfinishedRun;

    @TestFactory
    Stream<DynamicTest> a_command_in_the_documentation_is_understood() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path page : pages()) {
            List<List<String>> commands = new ArrayList<>(DocumentedCommands.in(Files.readString(page)));
            commands.addAll(DocumentedCommands.inTables(Files.readString(page)));
            for (List<String> command : commands) {
                tests.add(DynamicTest.dynamicTest(page + ": " + String.join(" ", command), () -> understands(command)));
            }
        }
        return tests.stream();
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("benchmarks.md")));
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        assertThat(pages).contains(Path.of("docs/method.md"), Path.of("docs/existing-cluster.md"));
        return pages;
    }

    private void understands(List<String> command) throws IOException {
        DocumentedCommands.assertUnderstood(command, unfinishedRun);
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
    void commands_are_found_in_the_cells_of_tables() {
        assertThat(DocumentedCommands.inTables(
                        "| what? | `./run-bench.sh duet HEAD` | `./run-bench.sh` |\n`./run-bench.sh x`"))
                .containsExactly(List.of("duet", "HEAD"), List.of());
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
        assertThat(Console.run("calibrate", "--dry-run").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThatThrownBy(() -> DocumentedCommands.assertUnderstood(
                        List.of("report", "results/RUN", "--nosuch"), unfinishedRun))
                .isInstanceOf(AssertionError.class);
    }
}
