package io.producerbench.sweep;

import io.producerbench.cluster.ClientUse;
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
import io.producerbench.results.RunFile;
import io.producerbench.results.sample.Warmth;
import io.producerbench.run.BrokerJars;
import io.producerbench.run.RunGuard;
import io.producerbench.scenario.Scenario;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * The brokers of a run that takes samples: started, warmed, and started anew when one of their nodes
 * dies by itself. The run can go on then, because its topics live no longer than a sample.
 */
public final class SweptCluster {
    /** More deaths than these are no accident. */
    static final int MOST_DEATHS = 3;

    private final SweepRequest request;
    private final Need need;
    private final RunDirectory directory;
    private final BiConsumer<Cluster, WarmUp> started;
    private final RunGuard guard;
    private final PhaseLimits limits;
    private Started running;
    private int deaths;

    /** Brokers that were started and warmed. */
    public record Started(Cluster cluster, Warmth warmth) {}

    /**
     * What the brokers are for.
     *
     * @param scenarios all that are measured on them
     */
    public record Need(Effort effort, List<Scenario> scenarios) {
        public Need {
            scenarios = List.copyOf(scenarios);
        }

        private boolean has(Predicate<Guarantee> kind) {
            return scenarios.stream().map(Scenario::guarantee).anyMatch(kind);
        }

        private Set<ClientUse> uses() {
            Set<ClientUse> uses = EnumSet.noneOf(ClientUse.class);
            if (has(Guarantee::enableIdempotence)) {
                uses.add(ClientUse.IDEMPOTENCE);
            }
            if (has(Guarantee::transactional)) {
                uses.add(ClientUse.TRANSACTIONS);
            }
            if (scenarios.stream().anyMatch(Scenario::isRead)) {
                uses.add(ClientUse.READING);
            }
            return uses;
        }
    }

    /**
     * Starts and warms the brokers.
     *
     * @param directory of the run
     * @param started writes down where they run, each time they are started
     */
    public SweptCluster(
            SweepRequest request,
            Need need,
            RunDirectory directory,
            BiConsumer<Cluster, WarmUp> started,
            RunGuard guard) {
        this.request = request;
        this.need = need;
        this.directory = directory;
        this.started = started;
        this.guard = guard;
        this.limits = new PhaseLimits(need.effort());
        this.running = begin();
    }

    /**
     * Returns brokers of which none died by itself, new ones if need be.
     *
     * @throws EnvironmentException if brokers have died too often, or their disk is almost full
     */
    public Started alive() {
        Optional<String> death = running.cluster().failure();
        if (death.isPresent()) {
            deaths++;
            keepLogs();
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

    public Cluster cluster() {
        return running.cluster();
    }

    /** Keeps the brokers' logs in the run directory. */
    public void keepLogs() {
        running.cluster().keepLogs(directory.scratch().resolve("broker-logs"));
    }

    /** Warms the brokers between two samples; nothing to do on dead ones. */
    public void warmBetween() {
        if (cluster().failure().isEmpty()) {
            warm(cluster(), need.effort().warmUpRoundsBetween());
        }
    }

    /** Starts and warms the brokers. */
    private Started begin() {
        Cluster cluster = guard.during(
                request.existing().isPresent() ? "asking the brokers" : "starting the brokers",
                limits.start(request.clusterKind()),
                () -> guard.add(request.clusterKind().start(spec())));
        requireSameCluster(cluster);
        WarmUp warmUp = warm(cluster, need.effort().brokerWarmUpRounds());
        if (warmUp.warmth() == Warmth.COLD) {
            guard.report("the brokers are still cold after " + warmUp.rounds().size()
                    + " rounds: the first samples may be slower; --broker-warm-up-rounds allows more");
        }
        started.accept(cluster, warmUp);
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
        if (request.resumed().isEmpty() || now == null || !Files.exists(directory.environment())) {
            return;
        }
        Map<?, ?> brokers =
                (Map<?, ?>) RunFile.readJson(directory.environment()).get("brokers");
        if (!now.equals(brokers.get("cluster_id"))) {
            throw new UsageException("--resume " + directory.path() + ": it was on the cluster of id "
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
                        ExistingCluster.newPrefix(directory.path().getFileName().toString()),
                        directory.scratch().resolve("topics.journal").toAbsolutePath(),
                        need.uses())))
                .orElse(spec);
    }

    /**
     * Returns true if the brokers are warmed in this mode. An existing cluster is warmed only in
     * modes that are measured.
     */
    private boolean isToBeWarmed(Scenario mode) {
        return request.existing().isEmpty()
                || need.has(
                        guarantee -> guarantee.mode().equals(mode.guarantee().mode()));
    }
}
