package io.producerbench.cluster.node;

import io.producerbench.cluster.ClusterSpec;
import io.producerbench.cluster.processes.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What each node is told: Kafka's settings, and the flags of its JVM. */
public final class NodeSettings {

    public static final String HOST = "127.0.0.1";
    public static final int CONTROLLER_ID = 100;

    /** Brokers that are to be reached by other protocols than plaintext are given this one. */
    public static final String PROTOCOLS = "listener.security.protocol.map";

    /** What makes a node that node; no user's settings may say otherwise. */
    public static final Set<String> OWN = Set.of(
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

    /** Those of Kafka's own start script, so that the brokers are the ones people run. */
    public static final List<String> BROKER_JVM = List.of(
            "-Xmx1G",
            "-Xms1G",
            "-server",
            "-XX:+UseG1GC",
            "-XX:MaxGCPauseMillis=20",
            "-XX:InitiatingHeapOccupancyPercent=35",
            "-XX:+ExplicitGCInvokesConcurrent",
            "-Djava.awt.headless=true");

    /** Not measured, so made cheap: it shares the cores with the brokers. */
    public static final List<String> CONTROLLER_JVM =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true");

    private final Workspace workspace;
    private final ClusterSpec spec;
    private final String voters;

    public NodeSettings(Workspace workspace, ClusterSpec spec, int controllerPort) {
        this.workspace = workspace;
        this.spec = spec;
        this.voters = CONTROLLER_ID + "@" + HOST + ":" + controllerPort;
    }

    /** The settings of the controller, which decides the cluster-wide defaults too. */
    public Map<String, String> controller(String node) {
        Map<String, String> settings = common(node, CONTROLLER_ID);
        settings.put("process.roles", "controller");
        // Brokers warn of this one, and from 5.0 on ignore it.
        settings.putIfAbsent("default.replication.factor", String.valueOf(replicas(spec.brokers())));
        settings.put("listeners", "CONTROLLER://" + voters.substring(voters.indexOf('@') + 1));
        return settings;
    }

    /** The settings of one broker, listening on these ports. */
    public Map<String, String> broker(BrokerAddress address) {
        Map<String, String> settings = common(address.name(), address.id());
        settings.put("process.roles", "broker");
        settings.put("listeners", address.listeners(address.bound()));
        settings.put("advertised.listeners", address.listeners(address.advertised()));
        settings.put("inter.broker.listener.name", "REPLICATION");
        return settings;
    }

    private Map<String, String> common(String node, int id) {
        Map<String, String> settings = shared(spec);
        settings.put("node.id", String.valueOf(id));
        settings.put("controller.quorum.voters", voters);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.putIfAbsent(PROTOCOLS, "CLIENT:PLAINTEXT,REPLICATION:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", workspace.data(node).toString());
        return settings;
    }

    /** The names of the settings that say how brokers keep and serve topics, whoever runs them. */
    public static Set<String> sharedNames() {
        Set<String> names = new TreeSet<>(topics(1).keySet());
        names.addAll(storage().keySet());
        names.addAll(fixed().keySet());
        return names;
    }

    /** The settings all nodes share, defaults that move between versions or matter to results among them. */
    public static Map<String, String> shared(ClusterSpec spec) {
        Map<String, String> settings = new TreeMap<>();
        settings.putAll(topics(replicas(spec.brokers())));
        settings.putAll(storage());
        settings.putAll(fixed());
        settings.putAll(spec.brokerSettings());
        return settings;
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

    private static int replicas(int brokers) {
        return Math.min(3, brokers);
    }

    private static Map<String, String> topics(int replicas) {
        int inSync = Math.max(1, replicas - 1);
        Map<String, String> settings = new TreeMap<>();
        settings.put("min.insync.replicas", String.valueOf(inSync));
        for (String internal : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(internal + ".replication.factor", String.valueOf(replicas));
            // Fifty partitions each would be created one fsync at a time.
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
                // A deleted topic frees the disk at once, not after a minute, nor only 30 s after the start.
                "log.segment.delete.delay.ms", "1000",
                "log.initial.task.delay.ms", "1000",
                // The default is an eighth of the heap.
                "log.cleaner.dedupe.buffer.size", "16777216");
    }

    /** The command line of a node. Paths in our directory come early: it is by them that the watchdog knows a node. */
    public List<String> command(String node, List<String> jvmFlags, Path logging) {
        List<String> command = new ArrayList<>();
        command.add(spec.java().toString());
        command.add("-Dlog4j2.configurationFile=" + logging);
        command.add("-Djava.io.tmpdir=" + workspace.scratch());
        command.addAll(jvmFlags);
        command.addAll(List.of("-cp", spec.brokerJars().toAbsolutePath() + "/*"));
        command.addAll(List.of("kafka.Kafka", workspace.settings(node).toString()));
        return command;
    }
}
