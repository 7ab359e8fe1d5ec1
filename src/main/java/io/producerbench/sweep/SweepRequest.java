package io.producerbench.sweep;

import io.producerbench.cluster.ClientProperties;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.failure.UsageException;
import io.producerbench.run.CommandConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a sweep was asked to do.
 *
 * @param jmhArguments JMH's own options, unchanged
 * @param brokerWarmUpRounds how many rounds the brokers are warmed at most; empty for the usual number
 * @param seed of the order and of the payloads
 * @param project the checkout: where results go by default and where broker jars are
 * @param results the directory that run directories are made in
 * @param resumed the unfinished run to go on with, if there is one
 * @param existing how to reach the cluster that somebody else runs; empty for one of ours
 * @param image what brokers in containers run from; empty for the usual one, and where there are no containers
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
        Optional<String> image) {

    /** One on brokers of our own. */
    public SweepRequest(
            List<String> jmhArguments,
            boolean quick,
            OptionalInt brokerWarmUpRounds,
            long seed,
            ClusterKind clusterKind,
            String brokerVersion,
            Path project,
            Path results,
            Optional<Path> resumed) {
        this(
                jmhArguments,
                quick,
                brokerWarmUpRounds,
                seed,
                clusterKind,
                brokerVersion,
                project,
                results,
                resumed,
                Optional.empty(),
                Optional.empty());
    }

    /** The same on a cluster that somebody else runs, whose brokers do not tell their version. */
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
                image);
    }

    /** The same with brokers that run from this image, if one is given. */
    public SweepRequest from(Optional<String> other) {
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
                other);
    }

    /**
     * The request that an unfinished run was made for, to go on with it.
     *
     * @throws UsageException if {@code directory} holds no unfinished run
     */
    public static SweepRequest resume(Path directory, Path project) {
        return PlanFile.resumable(directory, project);
    }
}
