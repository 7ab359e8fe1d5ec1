package io.producerbench.process;

import io.producerbench.failure.FailedStepException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * In which states the threads of a process are, by the letters of {@code ps}. A signal stops them one by one, and one that is
 * not stopped yet can still answer a request.
 */
public record ThreadState(Set<Character> letters) {

    private static final char STOPPED = 'T';

    /** What is known of this process now; without {@code /proc}, of the process as a whole. */
    public static ThreadState of(long pid) {
        try {
            return new ThreadState(Files.isDirectory(Path.of("/proc/self/task")) ? fromProc(pid) : fromPs(pid));
        } catch (IOException e) {
            throw new FailedStepException("could not ask the operating system for the state of process " + pid, e);
        }
    }

    public boolean all() {
        return letters.equals(Set.of(STOPPED));
    }

    public boolean none() {
        return !letters.contains(STOPPED);
    }

    static Set<Character> fromProc(long pid) throws IOException {
        Set<Character> letters = new TreeSet<>();
        Path threads = Path.of("/proc", Long.toString(pid), "task");
        if (Files.notExists(threads)) {
            return letters;
        }
        try (Stream<Path> each = Files.list(threads)) {
            for (Path thread : each.toList()) {
                letter(thread).ifPresent(letters::add);
            }
        }
        return letters;
    }

    /** Empty for a thread that has ended meanwhile. */
    private static Optional<Character> letter(Path thread) {
        try {
            String stat = Files.readString(thread.resolve("stat"), StandardCharsets.ISO_8859_1);
            // The name in parentheses may itself hold any character.
            return Optional.of(stat.charAt(stat.lastIndexOf(')') + 2));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Set<Character> fromPs(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "state=", "-p", Long.toString(pid)).start();
        String said = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        return said.isEmpty() ? Set.of() : Set.of(said.charAt(0));
    }
}
