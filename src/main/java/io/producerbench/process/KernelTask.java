package io.producerbench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A thread of any process as Linux sees it. What the kernel does not tell, of a thread that ended say, is empty. */
public record KernelTask(Path directory) {
    public static final Path PROC = Path.of("/proc");
    /** The name may contain brackets and spaces itself. */
    private static final Pattern STAT = Pattern.compile("\\d+ \\((.*)\\) ([A-Za-z]) .*", Pattern.DOTALL);
    /** Nanoseconds on a processor, nanoseconds waiting for one, turns. */
    private static final Pattern SCHEDSTAT = Pattern.compile("(\\d{1,18}) \\d+ \\d+\\s*");

    /** Of the process's first thread, which is a thread like all others but that the process's name is its. */
    public static KernelTask first(Path proc, long pid) {
        return new KernelTask(tasks(proc, pid).resolve(Long.toString(pid)));
    }

    /** None if there is no such process. */
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

    /** At most 15 characters of it. */
    public Optional<String> name() {
        return stat().map(stat -> stat.group(1));
    }

    /** R for running, S for sleeping, T for stopped, Z for a dead one that its parent has not looked at; see proc(5). */
    public Optional<String> state() {
        return stat().map(stat -> stat.group(2));
    }

    /** Time on a processor since the thread began. */
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
            Matcher matcher = pattern.matcher(Files.readString(directory.resolve(file)));
            return matcher.matches() ? Optional.of(matcher) : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
