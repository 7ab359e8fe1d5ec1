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

/** What trials are run on: real brokers that can be hurt, each found by others only through proxies of ours. */
public final class TrialCluster implements AutoCloseable {
    /** A broker that is killed is fenced and its partitions have other leaders after 3 s instead of 9 s. */
    private static final Map<String, String> BROKER_SETTINGS = Map.of(
            "broker.session.timeout.ms", "3000",
            "broker.heartbeat.interval.ms", "500",
            // Longer than followers are cut off where they must stay in sync, short enough to wait for where they must
            // not.
            "replica.lag.time.max.ms", "8000",
            "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
            // A follower that asks for a fresh topic before its leader has it would be silent for a second.
            "replica.fetch.backoff.ms", "100",
            // A follower takes up a fresh topic only once its fetch under way is answered.
            "replica.fetch.wait.max.ms", "25",
            // Every trial leaves a topic behind that nobody reads any more.
            "log.segment.delete.delay.ms", "50",
            "transaction.state.log.num.partitions", "1");

    /** Nothing here is measured in records per second. */
    private static final List<String> BROKER_JVM =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true");

    private final Network network;
    private final Cluster cluster;

    private TrialCluster(Network network, Cluster cluster) {
        this.network = network;
        this.cluster = cluster;
    }

    /**
     * When this returns, every broker sees all the others through the proxies; where a kind cannot advertise the listener that
     * brokers use among themselves, directly, and only clients go through proxies.
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

    /** What clients find a broker through. */
    Proxy client(int broker) {
        return network.at(broker, Listener.CLIENT);
    }

    /** What the other brokers find a broker through: a leader's is what its followers fetch through. */
    Proxy replication(int broker) {
        return network.at(broker, Listener.REPLICATION);
    }

    /** When this returns, the broker is dead; the time of that, in ns of {@link System#nanoTime()}. */
    long kill(int broker) {
        control().kill(broker);
        return System.nanoTime();
    }

    /** When this returns, no proxy does anything but forward, and every broker lives and runs. */
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
