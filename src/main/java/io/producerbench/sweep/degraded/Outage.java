package io.producerbench.sweep.degraded;

import io.producerbench.cluster.BrokerControl;
import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.TopicSpec;
import io.producerbench.cluster.TopicState;
import io.producerbench.load.ForkConfig;
import io.producerbench.process.Polling;
import io.producerbench.results.sample.BrokerDeath;
import io.producerbench.scenario.Scenario;
import io.producerbench.scenario.Workload;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;

/**
 * Keeps a broker dead while a sample is taken. The broker led some of the sample's partitions and
 * followed others. Before the sample begins, other brokers lead those partitions, and no partition
 * counts the dead broker as an in-sync replica.
 */
public final class Outage implements AutoCloseable {
    private static final Polling PATIENCE = Polling.seconds(60);

    private final Cluster cluster;
    private final BrokerControl control;
    private final int victim;
    private final ForkConfig sample;
    private final String probed;
    private BrokerDeath death;

    private Outage(Cluster cluster, ForkConfig sample) {
        this.cluster = cluster;
        this.control = cluster.control()
                .orElseThrow(() -> new ClusterException("expected a cluster whose brokers can be killed, got "
                        + cluster.kind().label()));
        // It leads every topic's first partition.
        this.victim = cluster.brokers().get(0);
        this.sample = sample;
        this.probed = sample.topic() + "-failover";
    }

    /**
     * Kills a broker. When this returns, all others have settled. When it throws, the broker is
     * back.
     */
    public static Outage begin(Cluster cluster, Scenario scenario, ForkConfig sample) {
        Outage outage = new Outage(cluster, sample);
        try {
            outage.death = outage.kill(scenario);
            return outage;
        } catch (RuntimeException e) {
            try (outage) {
                throw e instanceof KafkaException
                        ? new ClusterException("a producer could not work while a broker died: " + e.getMessage(), e)
                        : e;
            }
        }
    }

    /** Returns the broker's death as a producer saw it. */
    public BrokerDeath death() {
        return death;
    }

    private BrokerDeath kill(Scenario scenario) {
        int led = cluster.describe(sample.topic()).ledBy(victim).size();
        if (led == 0) {
            throw new ClusterException("expected broker " + victim + " to lead a partition of " + sample.topic()
                    + " before it is killed, got none");
        }
        cluster.createTopic(new TopicSpec(
                probed,
                FailoverProbe.PARTITIONS,
                Workload.REPLICATION_FACTOR,
                scenario.guarantee().topicConfig()));
        BrokerDeath seen = scenario.guarantee().acks().confirms() ? killWatched(scenario, led) : killUnwatched(led);
        awaitApplied();
        return seen;
    }

    private BrokerDeath killUnwatched(int led) {
        control.kill(victim);
        awaitSettled(List.of(probed, sample.topic()));
        return new BrokerDeath(victim, led, OptionalDouble.empty(), OptionalDouble.empty());
    }

    private BrokerDeath killWatched(Scenario scenario, int led) {
        try (FailoverProbe probe =
                FailoverProbe.start(scenario, new ForkConfig(cluster.bootstrapServers(), probed, sample.seed()))) {
            probe.watchPauses();
            control.kill(victim);
            probe.died();
            awaitSettled(List.of(probed, sample.topic()));
            if (scenario.isRefused()) {
                return new BrokerDeath(victim, led, OptionalDouble.empty(), OptionalDouble.empty());
            }
            probe.awaitAcknowledgedAgain();
            return new BrokerDeath(
                    victim,
                    led,
                    OptionalDouble.of(probe.longestPauseMillis()),
                    OptionalDouble.of(probe.firstAckMillis()));
        }
    }

    /**
     * Waits until the brokers act on the death. A broker tells clients new metadata a moment before
     * its partitions act on it, and until then a leader counts the dead broker as in sync. A broker
     * completes one change before it begins the next, because Kafka's {@code MetadataLoader} passes
     * each to the cache and then to the replicas on one thread. So once a broker knows of a later
     * change, it acts on the death too. The deletion of the probed topic is that change.
     */
    private void awaitApplied() {
        cluster.deleteTopic(probed);
    }

    private void awaitSettled(List<String> topics) {
        Set<Integer> alive =
                cluster.brokers().stream().filter(broker -> broker != victim).collect(Collectors.toSet());
        boolean settled = PATIENCE.await(() -> topics.stream()
                .allMatch(topic -> alive.stream()
                        .allMatch(broker -> cluster.seenBy(broker, topic)
                                .filter(state -> isSettled(state, alive))
                                .isPresent())));
        if (!settled) {
            throw new ClusterException("expected brokers " + alive + " alone to lead and follow " + topics + " within "
                    + PATIENCE.limit() + " of the death of broker " + victim + ", got "
                    + topics.stream().map(cluster::describe).toList());
        }
    }

    private static boolean isSettled(TopicState state, Set<Integer> alive) {
        return state.partitions().values().stream()
                .allMatch(partition ->
                        alive.contains(partition.leader()) && partition.isr().equals(alive));
    }

    /**
     * Starts the broker again. When this returns, it is in sync everywhere and leads nothing yet.
     * Below the minimum the high watermark stood still, so a replica is in sync again before it has
     * copied anything, and an election now would lose records.
     */
    public void heal() {
        control.heal();
        cluster.awaitInSync();
    }

    /**
     * Starts the broker again. When this returns, every partition has its old leader and all
     * replicas in sync.
     */
    @Override
    public void close() {
        heal();
        cluster.deleteTopic(probed);
        cluster.rebalance();
    }
}
