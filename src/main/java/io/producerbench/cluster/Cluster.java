package io.producerbench.cluster;

import io.producerbench.environment.WorkDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Running brokers, and the facts of them that a benchmark needs. Killing and pausing brokers is in
 * an interface of its own, {@link BrokerControl}, because not every kind of cluster can do it.
 *
 * <p>Safe for use by several threads. Every method but {@link #close()} may throw
 * {@link ClusterException}.
 */
public interface Cluster extends AutoCloseable {

    /**
     * Returns the advertised client listeners of all brokers, in the form of
     * {@code bootstrap.servers}.
     */
    String bootstrapServers();

    /** Returns the settings that every client of these brokers needs. */
    default ClientProperties clientProperties() {
        return ClientProperties.plaintext(bootstrapServers());
    }

    /**
     * Returns the prefix that every topic and transactional id must have here; empty if none is
     * needed.
     */
    default String namePrefix() {
        return "";
    }

    /**
     * Returns the facts that identify this cluster in results; empty for a cluster that we started.
     */
    default Map<String, Object> identity() {
        return Map.of();
    }

    /** Returns how these brokers are run. */
    ClusterKind kind();

    /** Returns the Kafka version of the brokers; empty if it is unknown. */
    String brokerVersion();

    /** Returns the brokers' image; empty if they run from none, or it is unknown. */
    default Optional<BrokerImage> image() {
        return Optional.empty();
    }

    /** Returns the number of brokers, dead ones included. */
    int brokerCount();

    /** Returns the ids of all brokers in order, dead ones included. */
    List<Integer> brokers();

    /** Returns the control over these brokers; empty for a kind of cluster that has none. */
    Optional<BrokerControl> control();

    /** Returns the settings that all brokers share, by Kafka's names; no paths, ports or ids. */
    Map<String, String> brokerConfig();

    /** Returns the flags of every broker's JVM, without paths; empty if they are unknown. */
    List<String> brokerJvmFlags();

    /** Returns the directory of the brokers' data; empty if it is unknown. */
    Optional<Path> dataDirectory();

    /** Returns the directory that all data of brokers as processes is below; empty for others. */
    default Optional<WorkDirectory> workDirectory() {
        return Optional.empty();
    }

    /** Returns the directory of this broker's partitions; empty if it is unknown. */
    Optional<Path> dataDirectory(int broker);

    /**
     * Returns the CPU time that all brokers together have consumed since each was last started,
     * without the controller and without brokers that {@link BrokerControl} killed. Empty if it is
     * unknown, as after a broker died by itself.
     */
    OptionalLong brokerCpuNanos();

    /**
     * Returns what the nodes have consumed until now. Cheap enough to be called ten times a second.
     */
    default NodeUsage usage() {
        return new NodeUsage(brokerCpuNanos(), OptionalLong.empty(), OptionalLong.empty(), false);
    }

    /**
     * Returns one line on the first node that died by itself: its name, how it ended, what its log
     * says, and where the log is kept. Empty if there is none. A broker that {@link BrokerControl}
     * killed is no failure. Takes no time while there is none.
     */
    Optional<String> failure();

    /**
     * Returns one line if the brokers' disk is so full that they will soon fail; empty while it is
     * not, or if that is unknown. It passes when data is deleted. Takes no time.
     */
    default Optional<String> diskProblem() {
        return Optional.empty();
    }

    /** Returns why whatever waits for the brokers now would wait in vain; empty if it would not. */
    default Optional<String> problem() {
        return failure().or(this::diskProblem);
    }

    /**
     * When this returns, the nodes' logs so far have been copied into the directory, which is
     * created if it is missing. Does nothing for brokers that we did not start.
     */
    void keepLogs(Path directory);

    /**
     * When this returns, each partition has its preferred leader and all its replicas in sync in
     * every broker's metadata, and the leaders serve it. On a cluster where one certain broker
     * cannot be asked, this holds for the metadata of one broker.
     */
    void createTopic(TopicSpec topic);

    /**
     * When this returns, no live broker's metadata has the topic, and its data is gone from the
     * disks that we can read, or 30 s have passed. Does nothing if there is no such topic.
     */
    void deleteTopic(String topic);

    /** Returns the topic's partitions as one of the brokers sees them now. */
    TopicState describe(String topic);

    /**
     * When this returns, every broker sees every partition of every topic, internal ones too, with
     * all its replicas in sync.
     */
    void awaitInSync();

    /**
     * Does what {@link #awaitInSync()} does and, when this returns, each partition is also led by
     * its preferred replica. After brokers were dead, that is no longer so by itself.
     */
    void rebalance();

    /**
     * Returns the topic as this broker sees it now. The broker is asked at the port it is bound to,
     * not at the advertised one. Empty if it does not answer within seconds, has no such topic, or
     * one certain broker cannot be asked on this cluster.
     */
    Optional<TopicState> seenBy(int broker, String topic);

    /**
     * Returns the sum of the partitions' end offsets as a read_uncommitted consumer sees them.
     * Control records count. Records that are not on all in-sync replicas yet do not.
     */
    long logEndOffsetSum(String topic);

    /**
     * When this returns, no process of this cluster runs and its data is gone, volumes and networks
     * included. Of a cluster that we did not start, only the topics that were created here are
     * gone. Closing again does nothing. Any thread may close, a shutdown hook included.
     */
    @Override
    void close();
}
