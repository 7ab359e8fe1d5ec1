package io.producerbench.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The last lines of what a program wrote, to say in an error message why it failed.
 *
 * @param files the program's log, or its output and its errors, in this order
 */
public record LogTail(List<Path> files) {
    private static final int LINES = 20;

    /** Lines that say nothing by themselves: stack frames, and how Java ends a refusal to start. */
    private static final Pattern NOISE = Pattern.compile(
            "\\s*|\\s+at .+|\\s*\\.{3} \\d+ (more|common frames omitted)|Error: (Could not create|A fatal exception).*");

    private static final Pattern ERROR = Pattern.compile(
            "(Caused by: |Exception in thread |Error: |[\\w.$]+(Exception|Error)\\b).*|.* (ERROR|FATAL) .*");

    public static LogTail of(Path... files) {
        return new LogTail(List.of(files));
    }

    /**
     * Returns the last lines that are not blank, at most so many. A file that cannot be read has
     * none.
     */
    public List<String> lines(int count) {
        return last(count, files.stream().flatMap(file -> read(file).stream()).toList());
    }

    /** Returns all lines of a file, or none if it cannot be read. */
    public static List<String> read(Path file) {
        try {
            // Not Files.readAllLines, because it throws on a character that a kill cut short.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /**
     * Returns the words of a Java program that say why it ended: its last exception, cause or
     * error, or else the last line that says anything.
     */
    public static String reason(List<String> lines) {
        List<String> said =
                lines.stream().filter(line -> !NOISE.matcher(line).matches()).toList();
        Optional<String> error =
                said.stream().filter(line -> ERROR.matcher(line).matches()).reduce((earlier, later) -> later);
        return error.map(line -> "its log says: " + line.strip())
                .orElseGet(() -> "last log line: "
                        + (said.isEmpty() ? "none" : said.get(said.size() - 1).strip()));
    }

    /** Returns the last lines as the end of a message, each on a line of its own. */
    public String text() {
        return "its last lines:" + text(lines(LINES));
    }

    /** Returns the last of these lines as the end of a message that has introduced them. */
    public static String text(List<String> lines) {
        return "\n  " + String.join("\n  ", last(LINES, lines));
    }

    private static List<String> last(int count, List<String> lines) {
        List<String> filled = lines.stream().filter(line -> !line.isBlank()).toList();
        return filled.subList(Math.max(0, filled.size() - count), filled.size());
    }
}
