package io.producerbench.sweep;

import io.producerbench.cluster.ClientProperties;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.environment.WorkDirectory;
import io.producerbench.results.sample.MachineLimits;
import io.producerbench.run.CommandConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a user asks a sweep to do.
 *
 * @param jmhArguments JMH's own options, unchanged
 * @param brokerWarmUpRounds the most rounds of warm-up; empty for the default
 * @param seed decides the order and the payloads
 * @param project the checkout, which holds the broker jars
 * @param results the directory in which the run directory is made
 * @param resumed the unfinished run that is resumed; empty for a new run
 * @param existing how to reach an existing cluster; empty for brokers that this program starts
 * @param image the image of brokers in containers; empty for the default
 * @param limits how much the machine may disturb a sample that counts
 * @param workDirectory the directory of the brokers' data
 */
public record SweepRequest(
        List<String> jmhArguments,
        boolean quick,
        OptionalInt brokerWarmUpRounds,
        long seed,
        ClusterKind clusterKind,
        String brokerVersion,
        Path project,
        Path results,
        Optional<Path> resumed,
        Optional<ClientProperties> existing,
        Optional<String> image,
        MachineLimits limits,
        WorkDirectory workDirectory) {

    /** Returns this request for an existing cluster. Its brokers do not tell their version. */
    public SweepRequest on(CommandConfig cluster) {
        return new SweepRequest(
                cluster.jmhArguments(),
                quick,
                brokerWarmUpRounds,
                seed,
                ClusterKind.EXTERNAL,
                "",
                project,
                results,
                resumed,
                Optional.of(cluster.client()),
                image,
                limits,
                workDirectory);
    }

    /** Returns this request with another directory for the brokers' data. */
    public SweepRequest in(WorkDirectory directory) {
        return new SweepRequest(
                jmhArguments,
                quick,
                brokerWarmUpRounds,
                seed,
                clusterKind,
                brokerVersion,
                project,
                results,
                resumed,
                existing,
                image,
                limits,
                directory);
    }
}
