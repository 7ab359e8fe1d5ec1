package io.producerbench.process;

import io.producerbench.failure.FailedStepException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The states of the threads of a process, by the letters of {@code ps}. A signal stops the threads
 * one by one, and a thread that is not stopped yet can still answer a request.
 */
public record ThreadState(Set<Character> letters) {

    private static final char STOPPED = 'T';

    /**
     * Returns the states as of now; without {@code /proc}, the one state of the process as a whole.
     */
    public static ThreadState of(long pid) {
        try {
            return new ThreadState(isKnownOfEachThread() ? fromProc(pid) : fromPs(pid));
        } catch (IOException e) {
            throw new FailedStepException("could not ask the operating system for the state of process " + pid, e);
        }
    }

    /**
     * True if the operating system tells the state of each thread: Linux with its {@code /proc}.
     */
    static boolean isKnownOfEachThread() {
        return Files.isDirectory(KernelTask.PROC.resolve("self/task"));
    }

    public boolean allStopped() {
        return letters.equals(Set.of(STOPPED));
    }

    public boolean noneStopped() {
        return !letters.contains(STOPPED);
    }

    static Set<Character> fromProc(long pid) {
        return KernelTask.all(KernelTask.PROC, pid).stream()
                .flatMap(task -> task.state().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<Character> fromPs(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "state=", "-p", Long.toString(pid)).start();
        String said = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        return said.isEmpty() ? Set.of() : Set.of(said.charAt(0));
    }
}
