package io.producerbench.cluster;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The brokers to start, however they are run.
 *
 * @param version their Kafka version
 * @param count how many brokers, not counting the controller
 * @param settings Kafka settings that override the shared ones on every node, the controller too
 * @param jvm the flags of each broker's JVM
 * @param advertising where the brokers tell others to find them
 */
public record BrokerSpec(
        String version, int count, Map<String, String> settings, List<String> jvm, Advertising advertising) {

    /** The setting that lets clients speak another protocol than plaintext. */
    public static final String PROTOCOLS = "listener.security.protocol.map";

    /** The flags of Kafka's own start script, because users run brokers with them. */
    public static final List<String> DEFAULT_JVM = List.of(
            "-Xmx1G",
            "-Xms1G",
            "-server",
            "-XX:+UseG1GC",
            "-XX:MaxGCPauseMillis=20",
            "-XX:InitiatingHeapOccupancyPercent=35",
            "-XX:+ExplicitGCInvokesConcurrent",
            "-Djava.awt.headless=true");

    /** The settings that differ between nodes; a spec must not contain them. */
    private static final Set<String> OF_ONE_NODE = Set.of(
            "process.roles",
            "node.id",
            "broker.id",
            "controller.quorum.voters",
            "controller.listener.names",
            "listeners",
            "advertised.listeners",
            "inter.broker.listener.name",
            "log.dir",
            "log.dirs");

    public BrokerSpec {
        requireNonNull(version, "version");
        requireNonNull(advertising, "advertising");
        settings = Map.copyOf(settings);
        jvm = List.copyOf(jvm);
        if (count < 1) {
            throw new IllegalArgumentException("expected at least 1 broker, got " + count);
        }
        Set<String> refused = new TreeSet<>(settings.keySet());
        refused.retainAll(OF_ONE_NODE);
        if (!refused.isEmpty()) {
            throw new IllegalArgumentException("expected settings that all nodes can share, got " + refused);
        }
    }

    /**
     * Returns three brokers with the usual settings and flags, each advertised where it listens.
     */
    static BrokerSpec of(String version) {
        return new BrokerSpec(version, 3, Map.of(), DEFAULT_JVM, Advertising.DIRECT);
    }

    public BrokerSpec withSettings(Map<String, String> other) {
        return new BrokerSpec(version, count, other, jvm, advertising);
    }

    public BrokerSpec withJvm(List<String> flags) {
        return new BrokerSpec(version, count, settings, flags, advertising);
    }

    public BrokerSpec withAdvertising(Advertising other) {
        return new BrokerSpec(version, count, settings, jvm, other);
    }

    /**
     * True if clients have to speak another protocol than plaintext. Brokers still speak plaintext
     * to each other.
     */
    public boolean isSecured() {
        return settings.containsKey(PROTOCOLS);
    }
}
