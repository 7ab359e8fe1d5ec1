package io.producerbench.cluster.external;

import io.producerbench.cluster.BootstrapServers;
import io.producerbench.cluster.BrokerControl;
import io.producerbench.cluster.ClientProperties;
import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.ExistingCluster;
import io.producerbench.cluster.NodeUsage;
import io.producerbench.cluster.Redaction;
import io.producerbench.cluster.TopicSpec;
import io.producerbench.cluster.TopicState;
import io.producerbench.cluster.node.ClusterTopics;
import io.producerbench.failure.FailedStepException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A cluster that runs already. We create and delete topics under this run's own prefix and change
 * nothing else: no signals, no dynamic settings. Facts that a client cannot read are empty.
 */
public final class ExternalCluster implements Cluster {

    private static final Logger LOG = LoggerFactory.getLogger(ExternalCluster.class);
    private static final int REPLICAS = 3;

    private final ExistingCluster wanted;
    private final Redaction redaction;
    private final ClusterTopics topics;
    private final OwnTopics own;
    private final ExternalClusterInfo info;
    private boolean closed;

    private ExternalCluster(ExistingCluster wanted, Admin admin, ExternalClusterInfo info) {
        this.wanted = wanted;
        this.redaction = Redaction.of(wanted.client().settings());
        this.topics = new ClusterTopics(admin);
        this.own = new OwnTopics(admin, topics, TopicJournal.open(wanted.journal()), wanted.namePrefix());
        this.info = info;
    }

    /** When this returns, enough brokers were reached, and we have the rights that are wanted. */
    public static Cluster start(ExistingCluster wanted) {
        BootstrapCheck.require(
                wanted.client(), BootstrapServers.parse(wanted.client().bootstrapServers()));
        Admin admin = ExternalClusterInfo.admin(wanted.client());
        ExternalCluster cluster;
        try {
            cluster = new ExternalCluster(wanted, admin, ExternalClusterInfo.look(admin, wanted.client()));
        } catch (RuntimeException e) {
            admin.close();
            throw e;
        }
        try {
            cluster.require(admin);
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private void require(Admin admin) {
        if (brokerCount() < REPLICAS) {
            throw new ClusterException(
                    "a sweep needs " + REPLICAS + " brokers, for topics have that many replicas; this"
                            + " cluster shows " + brokerCount() + ": " + brokers());
        }
        redacted(() -> {
            own.deleteLeftOver();
            AclCheck.require(wanted, admin, own, brokers(), REPLICAS);
            return null;
        });
    }

    /** Removes secrets from a failure, because Kafka's messages may quote a setting. */
    private <T> T redacted(Supplier<T> action) {
        try {
            return action.get();
        } catch (FailedStepException e) {
            throw new ClusterException(redaction.apply(e.getMessage()), e.getCause());
        }
    }

    @Override
    public String bootstrapServers() {
        return wanted.client().bootstrapServers();
    }

    @Override
    public ClientProperties clientProperties() {
        return wanted.client();
    }

    @Override
    public String namePrefix() {
        return wanted.namePrefix();
    }

    @Override
    public ClusterKind kind() {
        return ClusterKind.EXTERNAL;
    }

    /**
     * Returns nothing, because brokers tell which requests and features they know but not their
     * version.
     */
    @Override
    public String brokerVersion() {
        return "";
    }

    @Override
    public int brokerCount() {
        return info.brokers().size();
    }

    @Override
    public List<Integer> brokers() {
        return info.brokers();
    }

    @Override
    public Optional<BrokerControl> control() {
        return Optional.empty();
    }

    @Override
    public Map<String, String> brokerConfig() {
        return info.config();
    }

    @Override
    public Map<String, Object> identity() {
        Map<String, Object> identity = new TreeMap<>();
        identity.put("cluster_id", info.clusterId());
        identity.put("finalized_features", info.features());
        return identity;
    }

    @Override
    public List<String> brokerJvmFlags() {
        return List.of();
    }

    @Override
    public Optional<Path> dataDirectory() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> dataDirectory(int broker) {
        requireBroker(broker);
        return Optional.empty();
    }

    @Override
    public OptionalLong brokerCpuNanos() {
        return OptionalLong.empty();
    }

    /**
     * The nodes' CPU time is unknown. It counts as 0 on this machine, unless a broker's address is
     * one of this machine.
     */
    @Override
    public NodeUsage usage() {
        return info.local() ? NodeUsage.UNKNOWN : NodeUsage.ELSEWHERE;
    }

    /** Always empty. A broker that dies shows in the sample that needed it. */
    @Override
    public Optional<String> failure() {
        return Optional.empty();
    }

    /** Does nothing, because we cannot read the brokers' logs. */
    @Override
    public void keepLogs(Path directory) {
        LOG.debug("no logs of {} for {}", kind().label(), directory);
    }

    @Override
    public void createTopic(TopicSpec topic) {
        redacted(() -> {
            own.create(topic, brokers());
            return null;
        });
    }

    @Override
    public void deleteTopic(String topic) {
        redacted(() -> {
            own.delete(topic);
            return null;
        });
    }

    @Override
    public TopicState describe(String topic) {
        return redacted(() -> topics.describe(topic));
    }

    /** When this returns, a broker shows our topics in sync. Other topics are not waited for. */
    @Override
    public void awaitInSync() {
        redacted(() -> {
            own.awaitAllInSync();
            return null;
        });
    }

    /**
     * @throws ClusterException always, because an election would change a cluster that is not ours
     */
    @Override
    public void rebalance() {
        throw new ClusterException(
                "expected brokers of our own to elect leaders on, got an existing cluster, where an election would change what is not ours");
    }

    /**
     * Always empty, because Kafka's clients cannot ask one certain broker, and our raw connection
     * has no TLS and SASL.
     */
    @Override
    public Optional<TopicState> seenBy(int broker, String topic) {
        requireBroker(broker);
        return Optional.empty();
    }

    private void requireBroker(int broker) {
        if (!brokers().contains(broker)) {
            throw new IllegalArgumentException("expected the id of a broker, one of " + brokers() + ", got " + broker);
        }
    }

    @Override
    public long logEndOffsetSum(String topic) {
        return redacted(() -> topics.logEndOffsetSum(topic));
    }

    /**
     * Deletes our topics that still exist, and logs the names of those that cannot be deleted
     * within seconds.
     */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        try {
            own.deleteAll()
                    .forEach((topic, reason) -> LOG.warn("topic {} is left over: {}", topic, redaction.apply(reason)));
        } finally {
            topics.close();
        }
    }
}
