package io.producerbench.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One thread of any process, as Linux sees it. A value is empty if the kernel does not tell it,
 * because the thread has ended for example.
 */
public record KernelTask(Path directory) {
    public static final Path PROC = Path.of("/proc");
    /** The name may contain brackets and spaces itself. */
    private static final Pattern STAT = Pattern.compile("\\d+ \\((.*)\\) ([A-Za-z]) .*", Pattern.DOTALL);
    /** Nanoseconds on a processor, nanoseconds waiting for one, number of time slices. */
    private static final Pattern SCHEDSTAT = Pattern.compile("(\\d{1,18}) \\d+ \\d+\\s*");

    /** Returns the first thread of a process. The process has the name of this thread. */
    public static KernelTask first(Path proc, long pid) {
        return new KernelTask(tasks(proc, pid).resolve(Long.toString(pid)));
    }

    /** Returns all threads of a process; none if there is no such process. */
    public static List<KernelTask> all(Path proc, long pid) {
        try (Stream<Path> directories = Files.list(tasks(proc, pid))) {
            return directories.map(KernelTask::new).toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    private static Path tasks(Path proc, long pid) {
        return proc.resolve(Long.toString(pid)).resolve("task");
    }

    /** Returns the thread's name, of which the kernel keeps at most 15 characters. */
    public Optional<String> name() {
        return stat().map(stat -> stat.group(1));
    }

    /**
     * Returns the letter of the state: R for running, S for sleeping, T for stopped, Z for a dead
     * thread whose parent has not asked for its exit code yet; see proc(5).
     */
    public Optional<Character> state() {
        return stat().map(stat -> stat.group(2).charAt(0));
    }

    /** Returns the time on a processor since the thread began. */
    OptionalLong cpuNanos() {
        return matched("schedstat", SCHEDSTAT)
                .map(schedstat -> OptionalLong.of(Long.parseLong(schedstat.group(1))))
                .orElse(OptionalLong.empty());
    }

    private Optional<Matcher> stat() {
        return matched("stat", STAT);
    }

    private Optional<Matcher> matched(String file, Pattern pattern) {
        try {
            // One character for each byte, because a thread's name may be no valid UTF-8.
            Matcher matcher = pattern.matcher(Files.readString(directory.resolve(file), StandardCharsets.ISO_8859_1));
            return matcher.matches() ? Optional.of(matcher) : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
