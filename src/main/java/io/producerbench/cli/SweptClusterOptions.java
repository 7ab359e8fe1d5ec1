package io.producerbench.cli;

import io.producerbench.cluster.ClusterKind;
import io.producerbench.failure.UsageException;
import io.producerbench.run.CommandConfig;
import io.producerbench.run.Progress;
import io.producerbench.sweep.SweepRequest;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
    private ExistingClusterOptions existing = new ExistingClusterOptions();

    /** True if the options name a cluster that exists. */
    boolean exist() {
        return existing.isGiven();
    }

    ClusterKind kind() {
        if (cluster == null) {
            return existing.isGiven() ? ClusterKind.EXTERNAL : ClusterKind.PROCESSES;
        }
        return OwnClusterOptions.parse(cluster);
    }

    /** Returns the image that the brokers run from, if one is given. */
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
        if (!external) {
            return request;
        }
        CommandConfig config = existing.with(request.jmhArguments());
        config.notices().forEach(notices::report);
        return request.on(config);
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
