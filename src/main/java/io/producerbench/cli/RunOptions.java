package io.producerbench.cli;

import io.producerbench.failure.UsageException;
import io.producerbench.run.BrokerJars;
import io.producerbench.run.GoOn;
import io.producerbench.run.Progress;
import io.producerbench.run.RunGuard;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Options of every command that measures and writes a run directory. */
final class RunOptions {
    static final String BESIDE = "--beside";

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the order and the payloads (default: random).")
    private Long seed;

    @Option(names = "--broker-version", paramLabel = "V", description = "Kafka version of the brokers.")
    private String brokerVersion = Checkout.brokerVersion();

    @Option(names = "--results", paramLabel = "DIR", description = "Where run directories are made (default: results).")
    private Path results;

    @Option(names = BESIDE, description = "Measure even if another run does on this machine; environment.json says so.")
    private boolean beside;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Takes what the plan of the stopped run in this directory has. */
    void resume(Path directory, Map<?, ?> plan) {
        seed = ((Number) plan.get("seed")).longValue();
        brokerVersion = String.valueOf(plan.get("broker_version"));
        results = directory.getParent();
    }

    long seed() {
        return seed != null ? seed : new SecureRandom().nextInt(1, Integer.MAX_VALUE);
    }

    String brokerVersion() {
        return BrokerJars.requireVersion("--broker-version", brokerVersion);
    }

    Path results() {
        return results != null
                ? directory("--results", results)
                : Checkout.home().resolve("results");
    }

    /**
     * Returns the absolute path of a directory into which a command writes, and which it makes if
     * there is none.
     *
     * @param option what named it
     * @throws UsageException if it, or a directory that it is to be made in, is a file
     */
    static Path directory(String option, Path given) {
        Path directory = given.toAbsolutePath().normalize();
        Path existing = directory;
        while (existing.getParent() != null && !Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing)) {
            throw new UsageException(option + " " + given + ": expected a directory, or the name of a new one, got "
                    + (existing.equals(directory) ? "a file" : "the file " + display(existing) + " on the way")
                    + "; name another");
        }
        return directory;
    }

    /** Returns the path as it is shown: relative to the working directory if it is within. */
    static Path display(Path path) {
        return GoOn.shown(path);
    }

    /**
     * Refuses the first argument to JMH that begins with two dashes, because it is a misspelt option
     * of ours, and JMH would refuse it in words about JMH. The flags of a JVM may begin so, behind
     * {@code -jvmArgs} and its likes.
     *
     * @throws UnmatchedArgumentException naming it; picocli adds the nearest option that there is
     */
    void refuseMisspelt(List<String> jmhArguments) {
        for (int i = 0; i < jmhArguments.size(); i++) {
            boolean isFlag = i > 0 && jmhArguments.get(i - 1).startsWith("-jvmArgs");
            if (jmhArguments.get(i).startsWith("--") && !isFlag) {
                throw new UnmatchedArgumentException(spec.commandLine(), List.of(jmhArguments.get(i)));
            }
        }
    }

    /**
     * Returns the guard of the run.
     *
     * @param command the subcommand
     * @param err takes the lines of progress
     */
    RunGuard guard(String command, PrintStream out, Progress err) {
        ParseResult parsed = spec == null ? null : spec.commandLine().getParseResult();
        List<String> arguments = parsed == null ? List.of() : parsed.originalArgs();
        return new RunGuard(
                new RunGuard.Asked(command, arguments, beside),
                err,
                out::println,
                () -> System.exit(ExitCode.ENVIRONMENT.code()));
    }
}
