package io.producerbench.curve;

import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterSpec;
import io.producerbench.cluster.DockerSpec;
import io.producerbench.cluster.ExistingCluster;
import io.producerbench.failure.UsageException;
import io.producerbench.guarantee.Guarantee;
import io.producerbench.process.FailureWatch;
import io.producerbench.results.RunDirectory;
import io.producerbench.run.BrokerJars;
import io.producerbench.run.RunGuard;
import io.producerbench.scenario.Scenario;
import io.producerbench.sweep.BrokerWarmUp;
import io.producerbench.sweep.SweepRequest;
import io.producerbench.sweep.WarmUp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;

/** The brokers of a curve: started, or asked where they exist, and warmed. */
record CurveBrokers(Cluster cluster, WarmUp warmUp) {
    private static final String CLUSTER_ID = "cluster_id";

    /** Starts and warms the brokers; the guard closes them. */
    static CurveBrokers start(SweepRequest request, CurvePlan plan, RunDirectory directory, RunGuard guard) {
        guard.report("starting " + request.clusterKind().label());
        Cluster cluster = guard.add(request.clusterKind().start(spec(request, plan, directory)));
        requireSame(cluster, request, directory);
        Predicate<Scenario> isWarmed = mode -> request.existing().isEmpty()
                || isPlanned(
                        plan, guarantee -> guarantee.mode() == mode.guarantee().mode());
        WarmUp warmUp = FailureWatch.during(
                () -> BrokerWarmUp.run(cluster, isWarmed, plan.effort().brokerWarmUpRounds(), guard), cluster::problem);
        return new CurveBrokers(cluster, warmUp);
    }

    private static ClusterSpec spec(SweepRequest request, CurvePlan plan, RunDirectory directory) {
        ClusterSpec spec = BrokerJars.spec(request.brokerVersion(), request.project())
                .withDocker(DockerSpec.in(request.project()).withImage(request.image()))
                .in(request.workDirectory());
        Path journal = directory.scratch().resolve("topics.journal").toAbsolutePath();
        return request.existing()
                .map(client -> spec.withExisting(new ExistingCluster(
                        client,
                        ExistingCluster.newPrefix(directory.path().getFileName().toString()),
                        journal,
                        isPlanned(plan, Guarantee::enableIdempotence),
                        isPlanned(plan, Guarantee::transactional))))
                .orElse(spec);
    }

    private static boolean isPlanned(CurvePlan plan, Predicate<Guarantee> kind) {
        return plan.scenarios().stream().map(Scenario::guarantee).anyMatch(kind);
    }

    /** Refuses to go on with a run on another cluster, because its results would mix two clusters. */
    private static void requireSame(Cluster cluster, SweepRequest request, RunDirectory directory) {
        Object now = cluster.identity().get(CLUSTER_ID);
        if (request.existing().isEmpty() || now == null || !Files.exists(directory.environment())) {
            return;
        }
        Map<?, ?> brokers =
                (Map<?, ?>) RunDirectory.readJson(directory.environment()).get("brokers");
        if (!now.equals(brokers.get(CLUSTER_ID))) {
            throw new UsageException("--resume " + directory.path() + ": it was on the cluster of id "
                    + brokers.get(CLUSTER_ID) + ", and this one's is " + now + "; go on there, or start anew");
        }
    }
}
