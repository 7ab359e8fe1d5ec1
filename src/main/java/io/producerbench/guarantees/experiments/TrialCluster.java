package io.producerbench.guarantees.experiments;

import io.producerbench.cluster.BrokerControl;
import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.ClusterSpec;
import io.producerbench.cluster.Listener;
import io.producerbench.guarantees.faults.Network;
import io.producerbench.guarantees.faults.Proxy;
import java.util.List;
import java.util.Map;

/**
 * The cluster that trials run on: real brokers that clients and other brokers reach only through
 * our proxies.
 */
public final class TrialCluster implements AutoCloseable {
    /**
     * With these a killed broker is fenced, and its partitions have other leaders, after 3 s
     * instead of 9 s.
     */
    private static final Map<String, String> BROKER_SETTINGS = Map.of(
            "broker.session.timeout.ms", "3000",
            "broker.heartbeat.interval.ms", "500",
            // Longer than followers are cut off where they must stay in sync, and short enough to
            // wait for where they must leave.
            "replica.lag.time.max.ms", "8000",
            "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
            // A follower that asks for a fresh topic before its leader has it would pause for a
            // second.
            "replica.fetch.backoff.ms", "100",
            // A follower fetches a fresh topic only after its fetch under way is answered.
            "replica.fetch.wait.max.ms", "25",
            // Every trial leaves a topic that is not read any more.
            "log.segment.delete.delay.ms", "50",
            "transaction.state.log.num.partitions", "1");

    /** Small heaps and quick starts, because no rate is measured here. */
    private static final List<String> BROKER_JVM =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true");

    private final Network network;
    private final Cluster cluster;

    private TrialCluster(Network network, Cluster cluster) {
        this.network = network;
        this.cluster = cluster;
    }

    /**
     * Starts the brokers. When this returns, every broker sees all the others through the proxies.
     * Where a kind cannot advertise the listener between brokers, brokers see each other directly,
     * and only clients go through proxies.
     */
    public static TrialCluster start(ClusterKind kind, ClusterSpec spec) {
        Network network = Network.open();
        try {
            return new TrialCluster(
                    network,
                    kind.start(spec.withBrokers(spec.brokers()
                            .withAdvertising(network)
                            .withSettings(BROKER_SETTINGS)
                            .withJvm(BROKER_JVM))));
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    public Cluster cluster() {
        return cluster;
    }

    BrokerControl control() {
        return cluster.control().orElseThrow();
    }

    /** Returns the proxy through which clients reach a broker. */
    Proxy client(int broker) {
        return network.at(broker, Listener.CLIENT);
    }

    /**
     * Returns the proxy through which the other brokers reach a broker. Followers fetch through
     * their leader's proxy.
     */
    Proxy replication(int broker) {
        return network.at(broker, Listener.REPLICATION);
    }

    /**
     * Kills a broker. When this returns, it is dead. Returns the time of death, by
     * {@link System#nanoTime()}.
     */
    long kill(int broker) {
        control().kill(broker);
        return System.nanoTime();
    }

    /** When this returns, every proxy only forwards, and every broker is alive and runs. */
    void heal() {
        network.heal();
        control().heal();
    }

    @Override
    public void close() {
        try (network) {
            cluster.close();
        }
    }
}
