package io.producerbench.hosts;

import io.producerbench.environment.BootId;
import io.producerbench.environment.GitState;
import io.producerbench.environment.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What must be the same on every host, so that their numbers may be added, and what may differ.
 *
 * @param jarSha256 of benchmarks.jar
 * @param commit the commit that is checked out
 * @param bootId of the kernel that runs, by which hosts on one machine are known; empty if the system
 *     does not tell
 */
record HostFacts(String jarSha256, String jdk, String commit, String kernel, String bootId) {
    static HostFacts of(Path home) throws IOException {
        Path jar = home.resolve("target/benchmarks.jar");
        return new HostFacts(
                Files.exists(jar) ? Sha256.of(jar).hex() : "none",
                System.getProperty("java.vm.version"),
                GitState.of(home).commit(),
                System.getProperty("os.version"),
                BootId.read());
    }

    /** Returns in what a load host differs from this one, the driver; empty if in nothing that counts. */
    Optional<String> difference(HostFacts host) {
        if (!jarSha256.equals(host.jarSha256)) {
            return Optional.of("its benchmarks.jar has the SHA-256 " + host.jarSha256 + ", this one's " + jarSha256);
        }
        if (!jdk.equals(host.jdk)) {
            return Optional.of("its JDK is " + host.jdk + ", this one's " + jdk);
        }
        if (!commit.equals(host.commit)) {
            return Optional.of("its commit is " + host.commit + ", this one's " + commit);
        }
        return Optional.empty();
    }
}
