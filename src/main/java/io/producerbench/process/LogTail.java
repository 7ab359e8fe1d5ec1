package io.producerbench.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The last lines of what a program wrote, to say in an error message why it failed.
 *
 * @param files the program's log, or its output and its errors, in this order
 */
public record LogTail(List<Path> files) {
    private static final int LINES = 20;

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
