package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.producerbench.environment.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the commands that a Markdown page shows in its shell blocks. */
final class DocumentedCommands {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```(?:sh|bash|console)\\R(.*?)^ *```");
    private static final Pattern COMMAND = Pattern.compile("(?m)^ *(?:\\$ )?\\./run-bench\\.sh\\b(.*)$");
    private static final Pattern IN_CELL = Pattern.compile("(?<=\\| )`\\./run-bench\\.sh\\b([^`]*)`");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^\\s'\"]+)");
    private static final List<String> END_OF_COMMAND = List.of("|", "||", "&", "&&", ";", ">", "2>", "<", "#");

    private DocumentedCommands() {}

    /** The arguments of every {@code ./run-bench.sh} line. */
    static List<List<String>> in(String markdown) {
        List<List<String>> commands = new ArrayList<>();
        Matcher block = BLOCK.matcher(markdown);
        while (block.find()) {
            Matcher command = COMMAND.matcher(block.group(1).replaceAll("\\\\\\R", " "));
            while (command.find()) {
                commands.add(words(command.group(1)));
            }
        }
        return commands;
    }

    /** The arguments of every {@code ./run-bench.sh} in a cell of a table. */
    static List<List<String>> inTables(String markdown) {
        return IN_CELL.matcher(markdown)
                .results()
                .map(cell -> words(cell.group(1)))
                .toList();
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find() && !END_OF_COMMAND.contains(word.group())) {
            for (int quoting = 1; quoting <= word.groupCount(); quoting++) {
                if (word.group(quoting) != null) {
                    words.add(word.group(quoting));
                }
            }
        }
        return words;
    }

    /**
     * Asserts that this program takes the command. Whether it would succeed is asked only of those
     * that start nothing.
     */
    static void assertUnderstood(List<String> command, Path unfinishedRun) throws IOException {
        // With --help picocli overlooks unknown options.
        PrintStream none = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        assertThatCode(() -> new CommandLineInterface(none, none, Terminal.NONE).read(command))
                .doesNotThrowAnyException();
        Console console = Console.run(harmless(command, unfinishedRun).toArray(String[]::new));
        assertThat(console.exitCode()).as(console.err()).isEqualTo(ExitCode.DONE);
    }

    /**
     * The same without starting brokers: a run with a plan only plans, a run to be resumed is one of ours,
     * the rest show their help.
     */
    private static List<String> harmless(List<String> command, Path unfinishedRun) throws IOException {
        List<String> harmless = new ArrayList<>(command);
        boolean plans = command.isEmpty()
                || !List.of(
                                "calibrate",
                                "cluster",
                                "report",
                                "compare",
                                "duet",
                                "history",
                                "export",
                                "plan",
                                "agent",
                                "lane",
                                "completion")
                        .contains(command.get(0));
        String question = plans ? "--dry-run" : "--help";
        if (!command.contains(question)) {
            harmless.add(question);
        }
        int config = harmless.indexOf("--command-config");
        if (config >= 0 && config + 1 < command.size()) {
            harmless.set(
                    config + 1,
                    Files.writeString(unfinishedRun.resolve("client.properties"), "security.protocol=PLAINTEXT\n")
                            .toString());
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
}
