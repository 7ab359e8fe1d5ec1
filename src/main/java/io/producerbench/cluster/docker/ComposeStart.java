package io.producerbench.cluster.docker;

import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.ClusterSpec;
import io.producerbench.cluster.node.BrokerAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Starts the services of {@code docker-compose.yml} as a project of its own name and on its own
 * ports, so that a project that the user has started from the same file is not touched.
 */
public final class ComposeStart implements DockerStart {

    static final int BROKERS = 3;

    private static final String IMAGE = "BENCH_IMAGE";

    @Override
    public ClusterKind kind() {
        return ClusterKind.COMPOSE;
    }

    @Override
    public DockerLabels labels(String name) {
        return DockerLabels.compose(name);
    }

    @Override
    public void start(DockerLabels labels, ClusterSpec spec, List<BrokerAddress> addresses) {
        if (spec.brokers().count() != BROKERS) {
            throw new ClusterException("expected as many brokers as docker-compose.yml has, " + BROKERS + ", got "
                    + spec.brokers().count());
        }
        Path file = spec.docker().project().toAbsolutePath().normalize().resolve("docker-compose.yml");
        if (!Files.isRegularFile(file)) {
            throw new ClusterException("expected a docker-compose.yml in the checkout, got none at " + file);
        }
        String image = spec.docker().imageOf(spec.brokers().version());
        ComposeClient.find()
                .up(file, image, labels.cluster(), overrides(spec, addresses), environment(spec, addresses));
    }

    /** Returns the values of the variables in the file. */
    static Map<String, String> environment(ClusterSpec spec, List<BrokerAddress> addresses) {
        Map<String, String> environment = new TreeMap<>();
        spec.docker().image().ifPresent(image -> environment.put(IMAGE, image));
        for (BrokerAddress address : addresses) {
            environment.put(
                    "BENCH_BROKER_" + address.id() + "_PORT",
                    String.valueOf(address.bound().client()));
        }
        return environment;
    }

    /**
     * Returns what differs from the file as a second compose file. It is JSON, which is YAML too.
     */
    static String overrides(ClusterSpec spec, List<BrokerAddress> addresses) {
        Map<String, Object> services = new TreeMap<>();
        Map<String, String> settings =
                ContainerSettings.variables(spec.brokers().settings());
        services.put(ContainerSettings.CONTROLLER, Map.of("environment", settings));
        for (BrokerAddress address : addresses) {
            Map<String, String> variables = new TreeMap<>(settings);
            variables.putAll(ContainerSettings.jvm(spec.brokers().jvm()));
            variables.put(
                    "KAFKA_ADVERTISED_LISTENERS",
                    "CLIENT://" + address.bootstrapServer() + ",REPLICATION://" + address.name() + ":"
                            + ContainerSettings.REPLICATION_PORT);
            services.put(address.name(), Map.of("environment", variables));
        }
        return JsonMapper.shared().writeValueAsString(Map.of("services", services));
    }
}
