package io.producerbench.cluster.processes;

import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.ClusterSpec;
import io.producerbench.cluster.node.BrokerAddress;
import io.producerbench.cluster.node.BrokerAddress.Ports;
import io.producerbench.cluster.node.FreePorts;
import io.producerbench.cluster.node.NodeSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;

/** The nodes of a cluster with their settings, formatted storage and commands, not started yet. */
record Installation(NodeProcess controller, List<BrokerAddress> addresses, List<NodeProcess> brokers) {

    private static final String LOGGING = "node-log4j2.xml";

    /**
     * When this returns, the nodes can be started. They should be started soon, because their ports
     * are no longer held.
     */
    static Installation into(Workspace workspace, ClusterSpec spec) {
        try (FreePorts ports = new FreePorts();
                Storage storage = Storage.of(spec.processes().jars(), workspace.scratch())) {
            return new Draft(workspace, spec, ports, storage).installation();
        } catch (IOException e) {
            throw new ClusterException(
                    "could not write the brokers' settings to " + workspace.root() + ": " + e.getMessage(), e);
        }
    }

    /** Returns all nodes, the controller first, because brokers wait for it. */
    List<NodeProcess> nodes() {
        return Stream.concat(Stream.of(controller), brokers.stream()).toList();
    }

    private static final class Draft {
        private final Workspace workspace;
        private final ClusterSpec spec;
        private final FreePorts ports;
        private final Storage storage;
        private final ProcessSettings settings;
        private final String clusterId = Uuid.randomUuid().toString();
        private final Path logging;

        Draft(Workspace workspace, ClusterSpec spec, FreePorts ports, Storage storage) {
            this.workspace = workspace;
            this.spec = spec;
            this.ports = ports;
            this.storage = storage;
            this.settings = new ProcessSettings(workspace, spec.brokers(), ports.next());
            this.logging = workspace.logs().resolve(LOGGING);
        }

        Installation installation() throws IOException {
            try (InputStream resource = Installation.class.getResourceAsStream(LOGGING)) {
                Files.copy(resource, logging);
            }
            String name = "controller-" + NodeSettings.CONTROLLER_ID;
            NodeProcess controller = node(name, settings.controller(name), NodeSettings.CONTROLLER_JVM);
            List<BrokerAddress> addresses = new ArrayList<>();
            List<NodeProcess> brokers = new ArrayList<>();
            for (int id = 1; id <= spec.brokers().count(); id++) {
                BrokerAddress address = address(id);
                addresses.add(address);
                brokers.add(node(
                        address.name(), settings.broker(address), spec.brokers().jvm()));
            }
            return new Installation(controller, List.copyOf(addresses), List.copyOf(brokers));
        }

        private BrokerAddress address(int id) {
            Ports bound = new Ports(ports.next(), ports.next());
            return new BrokerAddress(
                    id,
                    NodeSettings.HOST,
                    bound,
                    bound.advertised(id, spec.brokers().advertising()),
                    spec.brokers().isSecured() ? bound.replication() : bound.client());
        }

        private NodeProcess node(String name, Map<String, String> values, List<String> jvmFlags) throws IOException {
            Properties properties = new Properties();
            properties.putAll(values);
            Path file = workspace.settings(name);
            try (Writer writer = Files.newBufferedWriter(file)) {
                properties.store(writer, name);
            }
            storage.format(file, clusterId);
            return new NodeProcess(
                    name, settings.command(spec.processes(), name, jvmFlags, logging), workspace.log(name));
        }
    }
}
