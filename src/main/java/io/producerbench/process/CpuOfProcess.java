package io.producerbench.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads the CPU time of the threads of another JVM that do its producer's work: the thread that
 * sends, and the network threads. Compiler and collector threads are left out, because they are
 * left out of our own threads' CPU time too.
 */
public final class CpuOfProcess {
    /** The kernel keeps 15 characters of "kafka-producer-network-thread | perf-producer-client". */
    private static final String NETWORK_THREADS = "kafka-producer-";

    private CpuOfProcess() {}

    /**
     * Returns the nanoseconds since these threads began; empty if the process is gone or the kernel
     * does not tell. A thread that ended no longer counts, so take differences while the producer
     * is open.
     */
    public static OptionalLong nanos(long pid) {
        return nanos(KernelTask.PROC, pid);
    }

    static OptionalLong nanos(Path proc, long pid) {
        KernelTask first = KernelTask.first(proc, pid);
        Optional<String> launcher = first.name();
        if (launcher.isEmpty() || first.state().filter(letter -> letter == 'Z').isPresent()) {
            return OptionalLong.empty();
        }
        List<OptionalLong> times = KernelTask.all(proc, pid).stream()
                .filter(task -> task.name()
                        // The launcher runs main() in a second thread, which inherits the name of
                        // the first: "java".
                        .filter(name -> name.equals(launcher.get()) || name.startsWith(NETWORK_THREADS))
                        .isPresent())
                .map(KernelTask::cpuNanos)
                .toList();
        if (times.isEmpty() || times.stream().anyMatch(OptionalLong::isEmpty)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(times.stream().mapToLong(OptionalLong::getAsLong).sum());
    }
}
