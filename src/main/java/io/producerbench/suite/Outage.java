package io.producerbench.suite;

import io.producerbench.cluster.BrokerControl;
import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.Patience;
import io.producerbench.cluster.TopicSpec;
import io.producerbench.cluster.TopicState;
import io.producerbench.load.Handover;
import io.producerbench.results.Failover;
import io.producerbench.scenario.Scenario;
import io.producerbench.scenario.Workload;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A broker that is dead while a sample is taken. It led some of the sample's partitions and followed others; those that it led have
 * other leaders, and no partition counts it among its in-sync replicas, before the sample begins.
 */
final class Outage implements AutoCloseable {
    private static final Patience PATIENCE = Patience.seconds(60);

    private final Cluster cluster;
    private final BrokerControl control;
    private final int victim;
    private final Handover sample;
    private final String probed;

    private Outage(Cluster cluster, Handover sample) {
        this.cluster = cluster;
        this.control = cluster.control()
                .orElseThrow(() -> new ClusterException("expected a cluster whose brokers can be killed, got "
                        + cluster.kind().label()));
        // The leader of every topic's first partition.
        this.victim = cluster.brokers().get(0);
        this.sample = sample;
        this.probed = sample.topic() + "-failover";
    }

    /** What goes on while the broker is dead. */
    interface Taking<T, E extends Exception> {
        T take() throws E;
    }

    /**
     * A sample with its outage, if there was to be one.
     *
     * @param taken while the broker was dead
     */
    record Taken<T>(T taken, Optional<Failover> failover) {}

    /** Takes what is to be taken with as many brokers down as {@code scenario} says; when this returns or throws, all are back. */
    static <T, E extends Exception> Taken<T> during(
            Cluster cluster, Scenario scenario, Handover sample, Taking<T, E> taking) throws E {
        if (scenario.brokersDown() == 0) {
            return new Taken<>(taking.take(), Optional.empty());
        }
        try (Outage outage = new Outage(cluster, sample)) {
            Failover failover = outage.begin(scenario);
            return new Taken<>(taking.take(), Optional.of(failover));
        }
    }

    /** When this returns, the broker is dead and all others have settled. */
    private Failover begin(Scenario scenario) {
        Set<Integer> led = cluster.describe(sample.topic()).ledBy(victim);
        if (led.isEmpty()) {
            throw new ClusterException("expected broker " + victim + " to lead a partition of " + sample.topic()
                    + " before it is killed, got none");
        }
        OptionalDouble unavailable = OptionalDouble.empty();
        OptionalDouble firstAck = OptionalDouble.empty();
        if (scenario.guarantee().acks().confirms()) {
            cluster.createTopic(new TopicSpec(
                    probed,
                    FailoverProbe.PARTITIONS,
                    Workload.REPLICATION_FACTOR,
                    scenario.guarantee().topicConfig()));
            try (FailoverProbe probe =
                    FailoverProbe.start(scenario, new Handover(cluster.bootstrapServers(), probed, sample.seed()))) {
                probe.watchPauses();
                control.kill(victim);
                probe.died();
                awaitSettled(List.of(probed, sample.topic()));
                if (!scenario.isRefused()) {
                    probe.awaitAcknowledgedAgain();
                    unavailable = OptionalDouble.of(probe.longestPauseMillis());
                    firstAck = OptionalDouble.of(probe.firstAckMillis());
                }
            }
        } else {
            control.kill(victim);
            awaitSettled(List.of(sample.topic()));
        }
        return new Failover(victim, led.size(), unavailable, firstAck);
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

    /** When this returns, the broker is back, and every partition of every topic is led and in sync as if nothing had been. */
    @Override
    public void close() {
        control.heal();
        cluster.deleteTopic(probed);
        cluster.rebalance();
    }
}
