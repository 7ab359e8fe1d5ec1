package io.producerbench.process;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads the CPU time of another JVM's compiler threads. HotSpot starts and ends them as needed, so a
 * thread that ended keeps counting with what it had used when it was last seen. Safe for use by
 * several threads.
 */
public final class CompilerThreads {
    private final Path proc;
    private final long pid;
    private final Map<KernelTask, Long> compilers = new HashMap<>();
    private final Set<KernelTask> others = new HashSet<>();

    public CompilerThreads(long pid) {
        this(KernelTask.PROC, pid);
    }

    CompilerThreads(Path proc, long pid) {
        this.proc = proc;
        this.pid = pid;
    }

    /** Returns the nanoseconds since the first call; empty if the kernel does not tell. */
    public synchronized OptionalLong nanos() {
        for (KernelTask task : KernelTask.all(proc, pid)) {
            if (!others.contains(task)) {
                read(task);
            }
        }
        return compilers.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        compilers.values().stream().mapToLong(Long::longValue).sum());
    }

    private void read(KernelTask task) {
        if (!compilers.containsKey(task)
                && !task.name().map(CompilerThreads::isCompiler).orElse(false)) {
            others.add(task);
            return;
        }
        task.cpuNanos().ifPresent(nanos -> compilers.put(task, nanos));
    }

    /** HotSpot's names; the kernel keeps 15 characters of "C2 CompilerThread0". */
    private static boolean isCompiler(String name) {
        return name.startsWith("C1 CompilerThre") || name.startsWith("C2 CompilerThre");
    }
}
