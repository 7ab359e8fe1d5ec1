package io.producerbench.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Running brokers and what a benchmark needs to know of them. The power to hurt brokers is not part of this: not every
 * kind of cluster has it, so it is an interface of its own, {@link BrokerControl}.
 *
 * <p>Safe for use by several threads. Every method but {@link #close()} may throw {@link ClusterException}.
 */
public interface Cluster extends AutoCloseable {

    /** The client listeners of all brokers as they are advertised, in the form of {@code bootstrap.servers}. */
    String bootstrapServers();

    /** What every client of these brokers has to be told; without settings where they take whoever comes. */
    default ClientProperties clientProperties() {
        return ClientProperties.plaintext(bootstrapServers());
    }

    /** What the name of every topic and transactional id has to begin with here; empty where any will do. */
    default String namePrefix() {
        return "";
    }

    /** What tells this cluster from others, for those who read results; empty where we made it ourselves. */
    default Map<String, Object> identity() {
        return Map.of();
    }

    /** How these brokers are run. */
    ClusterKind kind();

    /** The Kafka version of the brokers; empty where they do not tell. */
    String brokerVersion();

    /** What the brokers were found to run from; empty for brokers that run from no image, or none that we know. */
    default Optional<BrokerImage> image() {
        return Optional.empty();
    }

    /** How many brokers the cluster has when all are alive. */
    int brokerCount();

    /** The ids of all brokers, dead ones too, in order. */
    List<Integer> brokers();

    /** The power to hurt these brokers; empty for a kind of cluster that has none. */
    Optional<BrokerControl> control();

    /** The settings that all brokers share, by Kafka's names; no paths, ports or ids. */
    Map<String, String> brokerConfig();

    /** The flags every broker's JVM was started with; no paths. Empty if they cannot be known from outside. */
    List<String> brokerJvmFlags();

    /** Where the brokers keep their logs; empty if that cannot be known from outside. */
    Optional<Path> dataDirectory();

    /** Where this broker has its partitions' directories; empty if that cannot be known from outside. */
    Optional<Path> dataDirectory(int broker);

    /**
     * The CPU time all brokers together have consumed since each was last started, controllers excluded, and brokers that
     * {@link BrokerControl} killed. Empty where it cannot be known from outside, or after a broker died by itself.
     */
    OptionalLong brokerCpuNanos();

    /**
     * Empty while no process of the cluster died by itself; otherwise one line: who died, how, and its last words. A broker
     * that {@link BrokerControl} killed is no failure.
     */
    Optional<String> failure();

    /**
     * When this returns, the nodes' logs so far have been copied into the directory, which is created if need be. Does nothing
     * where they are somebody else's.
     */
    void keepLogs(Path directory);

    /**
     * When this returns, every broker has metadata in which each partition has its preferred leader and all its replicas
     * in sync, and the leaders serve it. Where one certain broker cannot be asked, one of them has.
     */
    void createTopic(TopicSpec topic);

    /**
     * When this returns, no live broker's metadata knows the topic, and its data has gone from their disks, where that can be
     * seen, or 30 s were spent on waiting for that. Deleting a topic that does not exist does nothing.
     */
    void deleteTopic(String topic);

    /** The topic's partitions as one of the brokers sees them now. */
    TopicState describe(String topic);

    /** When this returns, every broker sees every partition of every topic, internal ones too, with all its replicas in sync. */
    void awaitInSync();

    /**
     * The same, and each partition is led by its preferred replica: what a new cluster is like, and one whose brokers were
     * dead is not.
     */
    void rebalance();

    /**
     * The topic as this broker sees it now, asked of the broker itself and never through what it advertises; empty if it
     * does not answer within seconds or does not know the topic, and where one certain broker cannot be asked.
     */
    Optional<TopicState> seenBy(int broker, String topic);

    /**
     * The sum of the partitions' end offsets as a read_uncommitted consumer sees them: control records count, records not
     * yet replicated to the in-sync replicas do not.
     */
    long logEndOffsetSum(String topic);

    /**
     * When this returns, no process of this cluster runs and its data is gone, volumes and networks included; of a cluster that somebody else runs, the topics
     * that were created here are gone. Closing again does nothing, and any thread
     * may close, a shutdown hook included.
     */
    @Override
    void close();
}
