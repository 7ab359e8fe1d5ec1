package io.producerbench.sweep;

import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterSpec;
import io.producerbench.cluster.DockerSpec;
import io.producerbench.cluster.ExistingCluster;
import io.producerbench.cluster.Redaction;
import io.producerbench.failure.EnvironmentException;
import io.producerbench.failure.FailedStepException;
import io.producerbench.failure.UsageException;
import io.producerbench.guarantee.Guarantee;
import io.producerbench.process.FailureWatch;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.sample.Warmth;
import io.producerbench.run.BrokerJars;
import io.producerbench.run.RunGuard;
import io.producerbench.run.RunPlan;
import io.producerbench.run.RunStart;
import io.producerbench.scenario.Scenario;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The brokers of a sweep: started, warmed, and started anew when one of their nodes dies by itself.
 * The run can go on then, because the topics of a sweep live no longer than a sample.
 */
final class SweptCluster {
    /** More deaths than these are no accident. */
    static final int MOST_DEATHS = 3;

    private final SweepRequest request;
    private final SweepPlan plan;
    private final RunState state;
    private final RunStart start;
    private final RunGuard guard;
    private final PhaseLimits limits;
    private Started running;
    private int deaths;

    /** Brokers that were started and warmed. */
    record Started(Cluster cluster, Warmth warmth) {}

    SweptCluster(SweepRequest request, SweepPlan plan, RunState state, RunStart start, RunGuard guard) {
        this.request = request;
        this.plan = plan;
        this.state = state;
        this.start = start;
        this.guard = guard;
        this.limits = new PhaseLimits(plan.effort());
        this.running = begin();
    }

    /**
     * Returns brokers of which none died by itself, new ones if need be.
     *
     * @throws EnvironmentException if brokers have died too often, or their disk is almost full
     */
    Started alive() {
        Optional<String> death = running.cluster().failure();
        if (death.isPresent()) {
            deaths++;
            running.cluster().keepLogs(state.directory().scratch().resolve("broker-logs"));
            running.cluster().close();
            if (deaths > MOST_DEATHS) {
                throw new EnvironmentException(
                        "brokers died " + deaths + " times, the last time: " + death.get() + "; find out why");
            }
            guard.report(death.get() + "; starting the brokers anew");
            running = begin();
        }
        running.cluster().diskProblem().ifPresent(problem -> {
            throw new EnvironmentException(problem);
        });
        return running;
    }

    Cluster cluster() {
        return running.cluster();
    }

    /** Warms the brokers between two samples; nothing to do on dead ones. */
    void warmBetween() {
        if (cluster().failure().isEmpty()) {
            warm(cluster(), plan.effort().warmUpRoundsBetween());
        }
    }

    /** Starts and warms the brokers, and writes down where they run. */
    private Started begin() {
        Cluster cluster = guard.during(
                request.existing().isPresent() ? "asking the brokers" : "starting the brokers",
                limits.start(request.clusterKind()),
                () -> guard.add(request.clusterKind().start(spec())));
        requireSameCluster(cluster);
        WarmUp warmUp = warm(cluster, plan.effort().brokerWarmUpRounds());
        if (warmUp.warmth() == Warmth.COLD) {
            guard.report("the brokers are still cold after " + warmUp.rounds().size()
                    + " rounds: the first samples may be slower; --broker-warm-up-rounds allows more");
        }
        SweepEnvironment.of(start, request, plan, cluster, warmUp)
                .with(RunPlan.HASH, state.planHash())
                .write(state.directory());
        return new Started(cluster, warmUp.warmth());
    }

    /** On an existing cluster a client's exception may quote a secret setting. */
    private WarmUp warm(Cluster cluster, int mostRounds) {
        try {
            return guard.during(
                    "warming the brokers",
                    limits.warmUp(),
                    () -> FailureWatch.during(
                            () -> BrokerWarmUp.run(cluster, this::isToBeWarmed, mostRounds, guard), cluster::problem));
        } catch (FailedStepException e) {
            throw e;
        } catch (RuntimeException e) {
            if (request.existing().isEmpty()) {
                throw e;
            }
            String reason = Redaction.of(cluster.clientProperties().settings()).apply(String.valueOf(e.getMessage()));
            throw new EnvironmentException("the brokers could not be warmed: " + reason, e);
        }
    }

    /** Refuses to resume a run on another cluster, because its results would mix two clusters. */
    private void requireSameCluster(Cluster cluster) {
        Object now = cluster.identity().get("cluster_id");
        if (request.resumed().isEmpty()
                || now == null
                || !Files.exists(state.directory().environment())) {
            return;
        }
        Map<?, ?> brokers = (Map<?, ?>)
                RunDirectory.readJson(state.directory().environment()).get("brokers");
        if (!now.equals(brokers.get("cluster_id"))) {
            throw new UsageException("--resume " + state.directory().path() + ": it was on the cluster of id "
                    + brokers.get("cluster_id") + ", and this one's is " + now + "; go on there, or start anew");
        }
    }

    private ClusterSpec spec() {
        ClusterSpec spec = BrokerJars.spec(request.brokerVersion(), request.project())
                .withDocker(DockerSpec.in(request.project()).withImage(request.image()))
                .in(request.workDirectory());
        return request.existing()
                .map(client -> spec.withExisting(new ExistingCluster(
                        client,
                        ExistingCluster.newPrefix(state.runId()),
                        state.topicJournal(),
                        isPlanned(Guarantee::enableIdempotence),
                        isPlanned(Guarantee::transactional))))
                .orElse(spec);
    }

    private boolean isPlanned(Predicate<Guarantee> kind) {
        return plan.grid().scenarios().stream().map(Scenario::guarantee).anyMatch(kind);
    }

    /**
     * Returns true if the brokers are warmed in this mode. An existing cluster is warmed only in
     * modes that are measured.
     */
    private boolean isToBeWarmed(Scenario mode) {
        return request.existing().isEmpty()
                || isPlanned(
                        guarantee -> guarantee.mode().equals(mode.guarantee().mode()));
    }
}
