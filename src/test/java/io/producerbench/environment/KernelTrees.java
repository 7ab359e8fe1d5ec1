package io.producerbench.environment;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Recorded /proc and /sys trees, laid out under a directory each. */
final class KernelTrees {
    private KernelTrees() {}

    /**
     * Two sockets of two cores with two threads each, under a hypervisor, in a systemd service with
     * limits.
     */
    static Path x86() {
        return tree("x86");
    }

    /**
     * Four cores without a model name, in a container that sees its own control group as the root.
     */
    static Path arm64() {
        return tree("arm64");
    }

    private static Path tree(String name) {
        try {
            return Path.of(KernelTrees.class.getResource("machine/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
