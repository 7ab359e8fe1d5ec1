package io.producerbench.cluster.external;

import io.producerbench.cluster.BootstrapServers.Server;
import io.producerbench.cluster.ClientProperties;
import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.node.NodeSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.clients.admin.DescribeFeaturesOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;

/**
 * The facts of a cluster that a client can read.
 *
 * @param brokers the ids of those that are alive, in order
 * @param config the settings that matter here and are the same on all brokers; empty without the
 *     right to read them
 * @param features the finalized levels, {@code metadata.version} among them; empty without the
 *     right to read them
 * @param local true if a broker runs on this machine
 */
record ExternalClusterInfo(
        String clusterId,
        List<Integer> brokers,
        Map<String, String> config,
        Map<String, Integer> features,
        boolean local) {

    /**
     * Of each request, so that a refusal takes less than ten seconds. Not less, because a busy host
     * needs seconds for TLS and SASL, and brokers that refuse a password must get to say so.
     */
    private static final int TIMEOUT_MS = 9_000;

    /** @throws ClusterException if no client can be made of the settings */
    static Admin admin(ClientProperties client) {
        try {
            return Admin.create(client.with(Map.of("client.id", "producer-bench", "enable.metrics.push", "false")));
        } catch (KafkaException e) {
            throw refused("no client can be made of these settings", e, client);
        }
    }

    /**
     * @throws ClusterException if the brokers refuse us, or advertise an address that cannot be
     * reached from here
     */
    static ExternalClusterInfo look(Admin admin, ClientProperties client) {
        DescribeClusterResult cluster = admin.describeCluster(new DescribeClusterOptions().timeoutMs(TIMEOUT_MS));
        List<Node> nodes = List.copyOf(answer(cluster.nodes(), client));
        BootstrapCheck.requireAdvertised(
                client,
                nodes.stream().map(node -> new Server(node.host(), node.port())).toList());
        List<Integer> brokers = nodes.stream().map(Node::id).sorted().toList();
        return new ExternalClusterInfo(
                answer(cluster.clusterId(), client),
                brokers,
                config(admin, brokers),
                features(admin),
                nodes.stream().map(Node::host).anyMatch(OwnAddress::is));
    }

    private static <T> T answer(KafkaFuture<T> future, ClientProperties client) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw refused(
                    "no way in at " + client.bootstrapServers() + " with security.protocol="
                            + client.securityProtocol(),
                    e.getCause(),
                    client);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while waiting for " + client.bootstrapServers(), e);
        }
    }

    private static ClusterException refused(String what, Throwable why, ClientProperties client) {
        return new ClusterException(what + ": " + Diagnosis.of(why, client.settings()), why);
    }

    private static Map<String, String> config(Admin admin, List<Integer> brokers) {
        List<ConfigResource> resources = brokers.stream()
                .map(id -> new ConfigResource(ConfigResource.Type.BROKER, String.valueOf(id)))
                .toList();
        try {
            List<Config> configs =
                    List.copyOf(admin.describeConfigs(resources, new DescribeConfigsOptions().timeoutMs(TIMEOUT_MS))
                            .all()
                            .get()
                            .values());
            return common(configs);
        } catch (ExecutionException e) {
            return Map.of(); // DESCRIBE_CONFIGS on the cluster is not needed to measure
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while reading the brokers' settings", e);
        }
    }

    /** Returns those of our own brokers' settings that have the same value on all these brokers. */
    private static Map<String, String> common(List<Config> configs) {
        Map<String, String> common = new TreeMap<>();
        for (String name : NodeSettings.sharedNames()) {
            List<String> values = configs.stream()
                    .map(config -> config.get(name))
                    .filter(entry -> entry != null && !entry.isSensitive() && entry.value() != null)
                    .map(ConfigEntry::value)
                    .toList();
            if (values.size() == configs.size() && values.stream().distinct().count() == 1) {
                common.put(name, values.get(0));
            }
        }
        return common;
    }

    private static Map<String, Integer> features(Admin admin) {
        Map<String, Integer> features = new TreeMap<>();
        try {
            admin.describeFeatures(new DescribeFeaturesOptions().timeoutMs(TIMEOUT_MS))
                    .featureMetadata()
                    .get()
                    .finalizedFeatures()
                    .forEach((name, range) -> features.put(name, (int) range.maxVersionLevel()));
        } catch (ExecutionException e) {
            return Map.of(); // old brokers have none
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while reading the brokers' features", e);
        }
        return features;
    }
}
