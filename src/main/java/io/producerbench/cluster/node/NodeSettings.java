package io.producerbench.cluster.node;

import io.producerbench.cluster.BrokerSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The Kafka settings that all nodes of a cluster share, and the flags of the controller's JVM. */
public final class NodeSettings {

    public static final String HOST = "127.0.0.1";
    public static final int CONTROLLER_ID = 100;

    /** Chosen to use little CPU, because the controller is not measured and shares the cores. */
    public static final List<String> CONTROLLER_JVM =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true");

    private NodeSettings() {}

    /** Returns the names of the settings that decide how brokers keep and serve topics. */
    public static Set<String> sharedNames() {
        Set<String> names = new TreeSet<>(topics(1).keySet());
        names.addAll(storage().keySet());
        names.addAll(fixed().keySet());
        return names;
    }

    /**
     * Returns the settings that all nodes share. A default is among them if it changes between
     * versions or affects results.
     */
    public static Map<String, String> shared(BrokerSpec spec) {
        Map<String, String> settings = new TreeMap<>();
        settings.putAll(topics(replicas(spec)));
        settings.putAll(storage());
        settings.putAll(fixed());
        settings.putAll(spec.settings());
        return settings;
    }

    /** Returns the controller's settings that are added to the shared ones. */
    public static Map<String, String> ofController(BrokerSpec spec) {
        // Set on the controller alone: brokers log a warning about it, and ignore it from 5.0 on.
        return Map.of("default.replication.factor", String.valueOf(replicas(spec)));
    }

    private static Map<String, String> fixed() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("auto.create.topics.enable", "false");
        settings.put("auto.leader.rebalance.enable", "false");
        settings.put("unclean.leader.election.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("num.network.threads", "3");
        settings.put("num.io.threads", "8");
        settings.put("num.replica.fetchers", "1");
        settings.put("replica.lag.time.max.ms", "30000");
        settings.put("broker.session.timeout.ms", "9000");
        settings.put("broker.heartbeat.interval.ms", "2000");
        settings.put("message.max.bytes", "1048588");
        settings.put("compression.type", "producer");
        return settings;
    }

    private static int replicas(BrokerSpec spec) {
        return Math.min(3, spec.count());
    }

    private static Map<String, String> topics(int replicas) {
        int inSync = Math.max(1, replicas - 1);
        Map<String, String> settings = new TreeMap<>();
        settings.put("min.insync.replicas", String.valueOf(inSync));
        for (String internal : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(internal + ".replication.factor", String.valueOf(replicas));
            // The default of 50 partitions takes long to create, because each one costs an fsync.
            settings.put(internal + ".num.partitions", "3");
        }
        settings.put("transaction.state.log.min.isr", String.valueOf(inSync));
        settings.put("share.coordinator.state.topic.min.isr", String.valueOf(inSync));
        return settings;
    }

    private static Map<String, String> storage() {
        return Map.of(
                "log.segment.bytes", "1073741824",
                "log.retention.ms", "-1",
                "log.retention.bytes", "-1",
                // A deleted topic frees the disk at once, because the next sample waits for that. The
                // defaults are a minute, and no deletion in the first 30 s after the start.
                "log.segment.delete.delay.ms", "50",
                "log.initial.task.delay.ms", "1000",
                // The default is an eighth of the heap.
                "log.cleaner.dedupe.buffer.size", "16777216");
    }
}
