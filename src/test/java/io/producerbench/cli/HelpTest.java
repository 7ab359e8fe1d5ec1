package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code --help} shows, and what a shell completes. */
class HelpTest {
    @TempDir
    Path directory;

    static Stream<String> commands() {
        return CommandLineInterface.names().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_help_has_two_examples_that_this_program_takes(String command) throws IOException {
        String help = Console.run(command, "--help").out();
        List<List<String>> examples = DocumentedCommands.in("```sh\n" + help + "```\n");

        assertThat(help).contains("\nExamples:\n  ./run-bench.sh");
        assertThat(examples).hasSizeGreaterThanOrEqualTo(2).allSatisfy(example -> {
            boolean isSweep = example.isEmpty() || example.get(0).startsWith("-");
            assertThat(isSweep ? "sweep" : example.get(0)).isEqualTo(command);
            DocumentedCommands.assertUnderstood(example, directory);
        });
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_help_fits_a_terminal(String command) {
        Golden.assertFitsTerminal(Console.run(command, "--help").out());
    }

    @Test
    @EnabledIf("bashIsThere")
    void bash_completes_commands_and_their_options() throws Exception {
        Path script = directory.resolve("completion");
        Files.writeString(script, Console.run("completion").out());

        assertThat(completed(script, "./run-bench.sh gua", 1)).containsExactly("guarantees");
        assertThat(completed(script, "./run-bench.sh duet --fail", 2)).containsExactly("--fail-on-regression");
    }

    static boolean bashIsThere() {
        return Files.isExecutable(Path.of("/bin/bash"));
    }

    private List<String> completed(Path script, String line, int word) throws Exception {
        String ask = "source " + script + "; COMP_WORDS=(" + line + "); COMP_CWORD=" + word
                + "; COMP_LINE='" + line + "'; $(complete -p run-bench.sh | sed 's/.*-F \\([^ ]*\\).*/\\1/');"
                + " printf '%s\\n' \"${COMPREPLY[@]}\"";
        Process bash = new ProcessBuilder("/bin/bash", "-c", ask)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines;
        try (var reader = bash.inputReader()) {
            lines = reader.lines().map(String::strip).toList();
        }
        assertThat(bash.waitFor()).as(lines.toString()).isZero();
        return lines;
    }
}
