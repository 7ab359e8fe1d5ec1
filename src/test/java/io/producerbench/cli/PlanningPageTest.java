package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** {@code docs/planning.md} shows what the commands on it print, and every column. */
class PlanningPageTest {
    private static final Path PAGE = Path.of("docs/planning.md");
    private static final Pattern SHOWN = Pattern.compile("(?ms)^```sh\\R.*?^```\\R+```text\\R(.*?)^```");

    @TestFactory
    Stream<DynamicTest> a_command_prints_what_the_page_shows() throws IOException {
        List<MatchResult> shown =
                SHOWN.matcher(Files.readString(PAGE)).results().toList();
        assertThat(shown).hasSize(2);
        return shown.stream()
                .map(block -> DynamicTest.dynamicTest(
                        block.group().lines().skip(1).findFirst().orElse(""), () -> prints(block)));
    }

    private static void prints(MatchResult block) {
        List<List<String>> commands = DocumentedCommands.in(block.group());
        assertThat(commands).hasSize(1);

        Console console = Console.run(commands.get(0).toArray(String[]::new));

        assertThat(console.exitCode()).as(console.err()).isEqualTo(ExitCode.DONE);
        assertThat(console.out()).isEqualTo(block.group(1));
    }

    @Test
    void every_column_is_explained_and_every_explained_column_exists() throws IOException {
        String header = Console.run(
                        "plan", PlannedRuns.SWEEP.toString(), "--rate", "1", "--record", "100", "--format", "csv")
                .out()
                .lines()
                .findFirst()
                .orElseThrow();

        String table = Files.readString(PAGE).split("## The columns of `--format csv`")[1];
        assertThat(Pattern.compile("(?m)^\\| (`.*?) \\|")
                        .matcher(table)
                        .results()
                        .flatMap(row -> Pattern.compile("`([^`]+)`")
                                .matcher(row.group(1))
                                .results())
                        .map(name -> name.group(1))
                        .collect(Collectors.joining(",")))
                .isEqualTo(header);
    }
}
