package io.producerbench.cluster.docker;

import com.github.dockerjava.api.model.PortBinding;
import io.producerbench.cluster.BrokerSpec;
import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.ClusterSpec;
import io.producerbench.cluster.node.BrokerAddress;
import io.producerbench.cluster.node.NodeSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.utility.DockerImageName;

/**
 * Starts a controller and brokers as containers of Testcontainers. All are started at once, because
 * each one waits for the others.
 */
public final class TestcontainersStart implements DockerStart {

    private static final String CLUSTER_ID = "Kt2bQy9rTn6vXw3mZp8cLg";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /**
     * On a busy host a container may run its start script before it is written completely, and then
     * ends.
     */
    private static final int ATTEMPTS = 3;

    @Override
    public ClusterKind kind() {
        return ClusterKind.CONTAINERS;
    }

    @Override
    public DockerLabels labels(String name) {
        return DockerLabels.own(name);
    }

    @Override
    public void start(DockerLabels labels, ClusterSpec spec, List<BrokerAddress> addresses) {
        DockerImageName image = DockerImageName.parse(
                        spec.docker().imageOf(spec.brokers().version()))
                .asCompatibleSubstituteFor("apache/kafka");
        try {
            // Removed by its label, because a Network object cannot be closed twice.
            Network network = Network.builder()
                    .createNetworkCmdModifier(command -> command.withLabels(labels.ofCluster()))
                    .build();
            List<GenericContainer<?>> all = new ArrayList<>();
            all.add(in(network, controller(image, spec.brokers()), labels, ContainerSettings.CONTROLLER));
            for (BrokerAddress address : addresses) {
                all.add(in(network, broker(image, spec.brokers(), address), labels, address.name()));
            }
            Startables.deepStart(all).join();
        } catch (CompletionException e) {
            throw failure(image, e.getCause() == null ? e : e.getCause());
        } catch (RuntimeException e) {
            throw failure(image, e);
        }
    }

    private static ClusterException failure(DockerImageName image, Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new ClusterException(
                "could not start containers of " + image.asCanonicalNameString() + ": " + cause.getMessage()
                        + (root == cause ? "" : ": " + root.getMessage()),
                cause);
    }

    private static GenericContainer<?> controller(DockerImageName image, BrokerSpec spec) {
        Map<String, String> environment = common(spec, NodeSettings.CONTROLLER_ID, NodeSettings.CONTROLLER_JVM);
        environment.put("KAFKA_PROCESS_ROLES", "controller");
        environment.put("KAFKA_LISTENERS", "CONTROLLER://0.0.0.0:" + ContainerSettings.CONTROLLER_PORT);
        ContainerSettings.variables(NodeSettings.ofController(spec)).forEach(environment::putIfAbsent);
        return new GenericContainer<>(image).withEnv(environment);
    }

    private static KafkaContainer broker(DockerImageName image, BrokerSpec spec, BrokerAddress address) {
        Map<String, String> environment = common(spec, address.id(), spec.jvm());
        environment.put("KAFKA_PROCESS_ROLES", "broker");
        environment.put(
                "KAFKA_LISTENERS",
                "PLAINTEXT://0.0.0.0:" + ContainerSettings.CLIENT_PORT + ",BROKER://0.0.0.0:"
                        + ContainerSettings.REPLICATION_PORT);
        KafkaContainer broker = new LoopbackKafkaContainer(image, address)
                .withEnv(environment)
                .waitingFor(new AnswerWaitStrategy(address).withStartupTimeout(PATIENCE))
                .withStartupAttempts(ATTEMPTS);
        PortBinding published = PortBinding.parse(
                address.host() + ":" + address.bound().client() + ":" + ContainerSettings.CLIENT_PORT);
        return broker.withCreateContainerCmdModifier(
                command -> command.getHostConfig().withPortBindings(published));
    }

    private static Map<String, String> common(BrokerSpec spec, int id, List<String> jvm) {
        Map<String, String> environment = new HashMap<>(ContainerSettings.variables(NodeSettings.shared(spec)));
        environment.putAll(ContainerSettings.jvm(jvm));
        environment.put("CLUSTER_ID", CLUSTER_ID);
        environment.put("KAFKA_NODE_ID", String.valueOf(id));
        environment.put("KAFKA_LOG_DIRS", ContainerNode.DATA);
        environment.put("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER");
        environment.put(
                "KAFKA_CONTROLLER_QUORUM_VOTERS",
                NodeSettings.CONTROLLER_ID + "@" + ContainerSettings.CONTROLLER + ":"
                        + ContainerSettings.CONTROLLER_PORT);
        environment.put(
                "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "PLAINTEXT:PLAINTEXT,BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        return environment;
    }

    /** A broker that advertises an address on 127.0.0.1, chosen before it started. */
    private static final class LoopbackKafkaContainer extends KafkaContainer {
        private final String advertised;

        LoopbackKafkaContainer(DockerImageName image, BrokerAddress address) {
            super(image);
            this.advertised = address.bootstrapServer();
        }

        /**
         * Returns the address that the start script advertises. Not {@code localhost}, which may be
         * an IPv6 address first.
         */
        @Override
        public String getBootstrapServers() {
            return advertised;
        }
    }

    private static GenericContainer<?> in(
            Network network, GenericContainer<?> container, DockerLabels labels, String name) {
        container.setNetwork(network);
        container.withNetworkAliases(name);
        container.withLabels(labels.ofNode(name));
        // Brokers tell each other their host names.
        container.withCreateContainerCmdModifier(command -> command.withHostName(name));
        return container;
    }
}
