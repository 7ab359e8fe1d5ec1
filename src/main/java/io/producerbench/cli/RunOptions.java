package io.producerbench.cli;

import io.producerbench.run.BrokerJars;
import java.nio.file.Path;
import java.security.SecureRandom;
import picocli.CommandLine.Option;

/** Options of every command that measures and writes a run directory. */
final class RunOptions {
    @Option(names = "--seed", paramLabel = "N", description = "Seed of the order and the payloads (default: random).")
    private Long seed;

    @Option(names = "--broker-version", paramLabel = "V", description = "Kafka version of the brokers.")
    private String brokerVersion = Checkout.brokerVersion();

    @Option(names = "--results", paramLabel = "DIR", description = "Where run directories are made (default: results).")
    private Path results;

    long seed() {
        return seed != null ? seed : new SecureRandom().nextInt(1, Integer.MAX_VALUE);
    }

    String brokerVersion() {
        return BrokerJars.requireVersion("--broker-version", brokerVersion);
    }

    Path results() {
        return results != null
                ? results.toAbsolutePath().normalize()
                : Checkout.home().resolve("results");
    }

    /**
     * Returns the run directory as the last line on stdout names it: relative to the working
     * directory if it is within.
     */
    static Path display(Path directory) {
        Path here = Path.of("").toAbsolutePath();
        return directory.startsWith(here) ? here.relativize(directory) : directory;
    }
}
