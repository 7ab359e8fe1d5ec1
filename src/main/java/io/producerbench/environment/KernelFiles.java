package io.producerbench.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads files under {@code /proc} and {@code /sys}. A file that is missing or unreadable is an
 * unknown fact and never an error, because only Linux has these files and containers hide some of
 * them.
 */
record KernelFiles(Path root) {
    private static final Pattern KIBIBYTES = Pattern.compile("(\\d{1,15}) kB");

    List<String> lines(String path) {
        try {
            return Files.readAllLines(root.resolve(path));
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** Returns the first line; empty if it is blank. */
    Optional<String> line(String path) {
        return lines(path).stream().map(String::strip).findFirst().filter(line -> !line.isEmpty());
    }

    /**
     * Returns the value of the first occurrence of a key, in a file of {@code key<separator>value}
     * lines.
     */
    Optional<String> value(String path, String key, char separator) {
        return lines(path).stream()
                .filter(line -> line.indexOf(separator) >= 0)
                .filter(line ->
                        line.substring(0, line.indexOf(separator)).strip().equals(key))
                .map(line -> line.substring(line.indexOf(separator) + 1).strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /**
     * Returns an amount of {@code /proc/meminfo}, which counts in units of 1024 bytes and calls
     * them kB.
     */
    OptionalLong memoryBytes(String key) {
        Matcher amount = KIBIBYTES.matcher(value("proc/meminfo", key, ':').orElse(""));
        return amount.matches() ? OptionalLong.of(Long.parseLong(amount.group(1)) * 1024) : OptionalLong.empty();
    }
}
