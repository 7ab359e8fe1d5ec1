package io.producerbench.cluster.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads a container's CPU time from the kernel's counter. {@code docker stats} reads the same one,
 * but gives one value a second, too few for windows of seconds. Empty if Docker does not run on
 * this kernel.
 *
 * @param file the control group's counter; empty if it cannot be read
 */
record ContainerCpu(Optional<Path> file) {

    private static final Path GROUPS = Path.of("/sys/fs/cgroup");
    private static final String MICROS = "usage_usec ";
    private static final long NANOS_PER_MICRO = 1_000;

    /**
     * @param pid of the container's first process; a process of this machine only if Docker runs on
     *     it
     */
    static ContainerCpu of(String container, long pid) {
        try {
            List<String> groups = Files.readAllLines(Path.of("/proc", String.valueOf(pid), "cgroup"));
            return new ContainerCpu(counter(container, groups, GROUPS).filter(Files::isReadable));
        } catch (IOException e) {
            return new ContainerCpu(Optional.empty());
        }
    }

    /**
     * Returns the counter of the control group that names the container, for cgroups of version 1
     * or 2.
     */
    static Optional<Path> counter(String container, List<String> groups, Path root) {
        for (String group : groups) {
            String[] parts = group.split(":", 3);
            if (parts.length < 3 || !parts[2].contains(container)) {
                continue;
            }
            String path = parts[2].substring(1);
            if (parts[1].isEmpty()) {
                return Optional.of(root.resolve(path).resolve("cpu.stat"));
            }
            if (List.of(parts[1].split(",")).contains("cpuacct")) {
                return Optional.of(root.resolve(parts[1]).resolve(path).resolve("cpuacct.usage"));
            }
        }
        return Optional.empty();
    }

    OptionalLong nanos() {
        if (file.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            return parse(Files.readString(file.get()));
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    static OptionalLong parse(String counter) {
        if (!counter.contains(MICROS)) {
            return OptionalLong.of(Long.parseLong(counter.strip()));
        }
        return counter.lines()
                .filter(line -> line.startsWith(MICROS))
                .mapToLong(
                        line -> Long.parseLong(line.substring(MICROS.length()).strip()) * NANOS_PER_MICRO)
                .findFirst();
    }
}
