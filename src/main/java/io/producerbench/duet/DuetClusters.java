package io.producerbench.duet;

import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.ClusterSpec;
import io.producerbench.duet.DuetBuilds.ClusterKey;
import io.producerbench.duet.DuetBuilds.Ready;
import io.producerbench.process.FailureWatch;
import io.producerbench.results.sample.Warmth;
import io.producerbench.run.BrokerJars;
import io.producerbench.run.RunGuard;
import io.producerbench.sweep.BrokerWarmUp;
import io.producerbench.sweep.WarmUp;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The clusters of a duet, each started and warmed up once: one that both arms share, or one for each
 * arm.
 */
final class DuetClusters implements AutoCloseable {
    /** A topic that is there only until every broker knows of it. */
    private static final String WITNESS = "transaction-version";

    private final DuetRequest request;
    private final DuetPlan plan;
    private final RunGuard guard;
    private final Duet.StubStart stub;
    private final Path scratch;
    private final Map<ClusterKey, Cluster> clusters = new LinkedHashMap<>();
    private final Map<ClusterKey, Warmth> warmth = new HashMap<>();

    DuetClusters(DuetRequest request, DuetPlan plan, RunGuard guard, Duet.StubStart stub, Path scratch) {
        this.request = request;
        this.plan = plan;
        this.guard = guard;
        this.stub = stub;
        this.scratch = scratch;
    }

    /** Starts and warms up the cluster of this arm, unless the other arm's is the same. */
    void start(Ready arm) {
        if (!clusters.containsKey(arm.cluster())) {
            Cluster cluster = guard.add(request.against() == Against.STUB ? stub() : brokers(arm));
            clusters.put(arm.cluster(), cluster);
            arm.cluster().protocol().ifPresent(version -> version.use(cluster, WITNESS));
            WarmUp warmUp = FailureWatch.during(
                    () -> BrokerWarmUp.run(cluster, mode -> true, plan.effort().brokerWarmUpRounds(), guard),
                    cluster::problem);
            warmth.put(arm.cluster(), warmUp.warmth());
        }
    }

    private Cluster stub() {
        guard.report("starting a stub broker");
        int partitions = plan.scenarios().get(0).base().workload().partitions();
        return stub.start(partitions, scratch);
    }

    private Cluster brokers(Ready arm) {
        guard.report("starting three brokers, Kafka " + arm.brokerVersion());
        ClusterSpec spec = BrokerJars.spec(arm.brokerVersion(), arm.brokerJars(), request.project())
                .in(request.workDirectory());
        return ClusterKind.PROCESSES.start(spec);
    }

    List<Cluster> all() {
        return List.copyOf(clusters.values());
    }

    Cluster of(Ready arm) {
        return clusters.get(arm.cluster());
    }

    Warmth warmth(Ready arm) {
        return warmth.get(arm.cluster());
    }

    /**
     * Returns the CPU time that the cluster of the waiting arm has used, in nanoseconds; 0 if both
     * arms share a cluster or it is unknown.
     */
    long idleCpuNanos(Ready waiting, Ready measured) {
        Cluster idle = of(waiting);
        return idle == of(measured) ? 0 : idle.usage().localCpuNanos().orElse(0);
    }

    /** Returns why a cluster can no longer be used; empty while all its brokers live. */
    Optional<String> failure() {
        return clusters.values().stream()
                .map(Cluster::failure)
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public void close() {
        clusters.values().forEach(Cluster::close);
    }
}
