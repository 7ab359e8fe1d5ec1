package io.producerbench.environment;

import java.nio.file.Path;

/**
 * Tells machines apart: the kernel draws an id when it boots ({@code random/boot_id}, random(4)), and
 * containers see that of their machine.
 */
public final class BootId {
    private BootId() {}

    /** Returns the id; empty if the system does not tell. */
    public static String read() {
        return read(Path.of("/"));
    }

    static String read(Path root) {
        return new KernelFiles(root).line("proc/sys/kernel/random/boot_id").orElse("");
    }
}
