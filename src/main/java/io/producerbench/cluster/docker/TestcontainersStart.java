package io.producerbench.cluster.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.PortBinding;
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
 * A controller and brokers as containers of Testcontainers, all started at once: one after the other they would wait for
 * each other until they gave up.
 */
public final class TestcontainersStart implements DockerStart {

    private static final String CLUSTER_ID = "Kt2bQy9rTn6vXw3mZp8cLg";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** On a busy host a container's start script may still be being written when it is run, which ends the container. */
    private static final int ATTEMPTS = 3;

    @Override
    public ClusterKind kind() {
        return ClusterKind.CONTAINERS;
    }

    @Override
    public DockerLabels marks(String name) {
        return DockerLabels.own(name);
    }

    @Override
    public void start(DockerLabels marks, ClusterSpec spec, List<BrokerAddress> addresses) {
        DockerImageName image = DockerImageName.parse(spec.docker().imageOf(spec.brokerVersion()))
                .asCompatibleSubstituteFor("apache/kafka");
        try {
            // Removed by its label: a network that can be closed twice there is not.
            Network network = Network.builder()
                    .createNetworkCmdModifier(command -> command.withLabels(marks.ofCluster()))
                    .build();
            List<GenericContainer<?>> all = new ArrayList<>();
            all.add(in(network, controller(image, spec), marks, ContainerSettings.CONTROLLER));
            for (BrokerAddress address : addresses) {
                all.add(in(network, broker(image, spec, address), marks, address.name()));
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

    private static GenericContainer<?> controller(DockerImageName image, ClusterSpec spec) {
        Map<String, String> environment = common(spec, NodeSettings.CONTROLLER_ID, NodeSettings.CONTROLLER_JVM);
        environment.put("KAFKA_PROCESS_ROLES", "controller");
        environment.put("KAFKA_LISTENERS", "CONTROLLER://0.0.0.0:" + ContainerSettings.CONTROLLER_PORT);
        environment.putIfAbsent("KAFKA_DEFAULT_REPLICATION_FACTOR", String.valueOf(Math.min(3, spec.brokers())));
        return new GenericContainer<>(image).withEnv(environment);
    }

    private static KafkaContainer broker(DockerImageName image, ClusterSpec spec, BrokerAddress address) {
        Map<String, String> environment = common(spec, address.id(), spec.brokerJvm());
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

    private static Map<String, String> common(ClusterSpec spec, int id, List<String> jvm) {
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

    private static GenericContainer<?> in(
            Network network, GenericContainer<?> container, DockerLabels marks, String name) {
        container.setNetwork(network);
        container.withNetworkAliases(name);
        container.withLabels(marks.ofNode(name));
        container.withCreateContainerCmdModifier(command -> host(command, name));
        return container;
    }

    /** Brokers tell each other their host names. */
    private static void host(CreateContainerCmd command, String name) {
        command.withHostName(name);
    }
}
