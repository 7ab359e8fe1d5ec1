package io.producerbench.guarantees;

import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.DockerSpec;
import io.producerbench.environment.WorkDirectory;
import io.producerbench.guarantees.experiments.TrialPlan;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The request for a guarantees run.
 *
 * @param tier its name in the results
 * @param asked the options that the plan follows from, by their names in {@code plan.json}
 * @param seed of the order
 * @param brokerVersion of the real brokers
 * @param clusterKind how the brokers are run
 * @param docker settings for brokers in containers
 * @param project the checkout, which holds the broker jars
 * @param results the directory that run directories are made in
 * @param workDirectory the directory of the brokers' data
 * @param resumed the directory of the run that goes on; empty for a new run
 */
public record GuaranteesRequest(
        TrialPlan plan,
        String tier,
        Map<String, Object> asked,
        long seed,
        String brokerVersion,
        ClusterKind clusterKind,
        DockerSpec docker,
        Path project,
        Path results,
        WorkDirectory workDirectory,
        Optional<Path> resumed) {}
