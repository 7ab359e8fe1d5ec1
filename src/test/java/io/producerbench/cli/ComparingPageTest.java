package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.compare.TwoRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands that {@code docs/comparing.md} shows do what it says, on two runs in place of the
 * commits.
 */
class ComparingPageTest {
    @TempDir
    Path results;

    @TestFactory
    Stream<DynamicTest> a_command_on_the_page_works() throws IOException {
        List<List<String>> commands = DocumentedCommands.in(Files.readString(Path.of("docs/comparing.md")));
        assertThat(commands).hasSizeGreaterThan(5);
        return commands.stream()
                .map(command -> DynamicTest.dynamicTest(String.join(" ", command), () -> works(command)));
    }

    private void works(List<String> command) {
        String base = TwoRuns.base()
                .writeTo(results.resolve(TwoRuns.BASE))
                .getParent()
                .toString();
        String next = TwoRuns.next()
                .writeTo(results.resolve(TwoRuns.NEXT))
                .getParent()
                .toString();
        List<String> here = new ArrayList<>(command.stream()
                .map(word -> switch (word) {
                    case "HEAD~1", "results/one" -> base;
                    case "HEAD" -> next;
                    case "results/other/samples.csv" -> next + "/samples.csv";
                    default -> word;
                })
                .toList());
        here.addAll(List.of("--results", results.toString()));
        if (command.contains("export")) {
            here.addAll(List.of("--output", results.resolve("export").toString()));
        }

        Console console = Console.run(here.toArray(String[]::new));

        assertThat(console.exitCode())
                .as(console.err())
                .isEqualTo(command.contains("--fail-on-regression") ? ExitCode.VERDICT : ExitCode.DONE);
        assertThat(console.out().lines().reduce((one, other) -> other).orElse(""))
                .startsWith("results: " + results);
    }
}
