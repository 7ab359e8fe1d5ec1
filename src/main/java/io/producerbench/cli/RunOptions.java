package io.producerbench.cli;

import io.producerbench.failure.UsageException;
import io.producerbench.text.NearestName;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that every command has that makes a run directory. */
final class RunOptions {
    @Option(names = "--seed", paramLabel = "N", description = "Of the order and the payloads; random by default.")
    private Long seed;

    @Option(names = "--broker-version", paramLabel = "V", description = "Kafka version of the brokers.")
    private String brokerVersion = Checkout.brokerVersion();

    @Option(names = "--results", paramLabel = "DIR", description = "Where run directories are made (default: results).")
    private Path results;

    @Option(names = "--help", usageHelp = true, description = "This text.")
    private boolean help;

    long seed() {
        return seed != null ? seed : new SecureRandom().nextInt(1, Integer.MAX_VALUE);
    }

    String brokerVersion() {
        return brokerVersion;
    }

    Path results() {
        return results != null
                ? results.toAbsolutePath().normalize()
                : Checkout.home().resolve("results");
    }

    /** The refusal of an option that {@code spec} does not have, with the one that was probably meant. */
    static UsageException unknown(String name, CommandSpec spec) {
        List<String> known = spec.optionsMap().keySet().stream().sorted().toList();
        return new UsageException("there is no option " + name
                + NearestName.of(name, known)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("; --help lists them"));
    }

    /** A run directory as the last line on stdout names it: short where that is possible. */
    static Path display(Path directory) {
        Path here = Path.of("").toAbsolutePath();
        return directory.startsWith(here) ? here.relativize(directory) : directory;
    }
}
