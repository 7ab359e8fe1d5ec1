package io.producerbench.guarantees;

import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.DockerSpec;
import io.producerbench.guarantees.experiments.TrialPlan;
import java.nio.file.Path;

/**
 * What a guarantees run was asked to do.
 *
 * @param tier how it is called in the results
 * @param seed of the order
 * @param brokerVersion of the real brokers
 * @param clusterKind how they are run
 * @param docker what they need if that is in containers
 * @param project the checkout: where broker jars are
 * @param results the directory that run directories are made in
 */
public record GuaranteesRequest(
        TrialPlan plan,
        String tier,
        long seed,
        String brokerVersion,
        ClusterKind clusterKind,
        DockerSpec docker,
        Path project,
        Path results) {}
