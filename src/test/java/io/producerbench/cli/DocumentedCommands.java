package io.producerbench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the commands that a Markdown page shows in its shell blocks. */
final class DocumentedCommands {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```(?:sh|bash|console)\\R(.*?)^ *```");
    private static final Pattern COMMAND = Pattern.compile("(?m)^ *(?:\\$ )?\\./run-bench\\.sh\\b(.*)$");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^\\s'\"]+)");
    private static final List<String> END_OF_COMMAND = List.of("|", "||", "&", "&&", ";", ">", "2>", "#");

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
}
