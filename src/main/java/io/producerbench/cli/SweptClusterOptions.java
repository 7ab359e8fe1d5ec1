package io.producerbench.cli;

import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.RedactedStream;
import io.producerbench.cluster.Redaction;
import io.producerbench.environment.WorkDirectory;
import io.producerbench.failure.UsageException;
import io.producerbench.run.CommandConfig;
import io.producerbench.run.Progress;
import io.producerbench.sweep.SweepRequest;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which brokers a sweep is on: those that it starts, or a cluster that exists. */
final class SweptClusterOptions {
    @Option(
            names = "--cluster",
            paramLabel = "KIND",
            description =
                    "How the brokers are run: processes (default), containers, compose, or external with --bootstrap-server.")
    private String cluster;

    @Option(names = "--image", paramLabel = "IMAGE", description = OwnClusterOptions.IMAGE)
    private String image;

    @Mixin
    private WorkDirectoryOption workDirectory = new WorkDirectoryOption();

    @Mixin
    private ExistingClusterOptions existing = new ExistingClusterOptions();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Refuses a version of brokers that run already. */
    void requireNoVersion() {
        if (existing.isGiven() && spec.commandLine().getParseResult().hasMatchedOption("--broker-version")) {
            throw new UsageException("--broker-version: brokers that exist have the version they have; leave it out");
        }
    }

    ClusterKind kind() {
        if (cluster == null) {
            return existing.isGiven() ? ClusterKind.EXTERNAL : ClusterKind.PROCESSES;
        }
        return OwnClusterOptions.parse(cluster);
    }

    Optional<String> image() {
        return OwnClusterOptions.image(image, kind());
    }

    /**
     * Returns the request on the cluster that the options name.
     *
     * @param resume the directory of the run that goes on
     * @param notices is told which settings of the client are measured, and which are passed on
     */
    SweepRequest of(SweepRequest request, Optional<Path> resume, Progress notices) {
        boolean external = request.clusterKind() == ClusterKind.EXTERNAL;
        if (existing.isGiven() != external) {
            throw new UsageException(external ? addressIsMissing(resume) : addressIsTooMuch(resume));
        }
        WorkDirectory directory = workDirectory.of(request.clusterKind());
        if (!external) {
            return request.in(directory);
        }
        CommandConfig config = existing.with(request.jmhArguments());
        config.notices().forEach(notices::report);
        return request.on(config);
    }

    /**
     * Returns where the progress of this sweep goes. On an existing cluster it also turns off the
     * log of Kafka's clients, because an error is told once, in our words and without a stack
     * trace; so this must come before their first logger.
     */
    Progress progress(SweepRequest request, Progress lines) {
        if (request.existing().isEmpty()) {
            return lines;
        }
        System.setProperty("org.slf4j.simpleLogger.log.org.apache.kafka", "off");
        Redaction redaction = Redaction.of(request.existing().get().settings());
        System.setErr(new PrintStream(new RedactedStream(System.err, redaction), true, StandardCharsets.UTF_8));
        return lines.rewritten(redaction::apply);
    }

    private static String addressIsMissing(Optional<Path> resume) {
        return resume.map(directory -> "--resume " + directory + ": the run was on an existing cluster, and neither its"
                        + " address nor its secrets are kept; give --bootstrap-server and --command-config again")
                .orElse("--cluster external: expected a --bootstrap-server, got none");
    }

    private String addressIsTooMuch(Optional<Path> resume) {
        return resume.map(directory -> "--resume " + directory
                        + ": the run was on brokers that it started; leave --bootstrap-server out")
                .orElse("--cluster " + cluster + " starts brokers, and --bootstrap-server names some that run;"
                        + " give one of them");
    }
}
