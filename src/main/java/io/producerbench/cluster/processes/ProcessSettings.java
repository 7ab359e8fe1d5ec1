package io.producerbench.cluster.processes;

import io.producerbench.cluster.BrokerSpec;
import io.producerbench.cluster.ProcessSpec;
import io.producerbench.cluster.node.BrokerAddress;
import io.producerbench.cluster.node.NodeSettings;
import io.producerbench.process.ChildJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The settings file and the command line of each node that runs as a process. */
final class ProcessSettings {

    private final Workspace workspace;
    private final BrokerSpec spec;
    private final String controllerAddress;

    ProcessSettings(Workspace workspace, BrokerSpec spec, int controllerPort) {
        this.workspace = workspace;
        this.spec = spec;
        this.controllerAddress = NodeSettings.HOST + ":" + controllerPort;
    }

    /** Returns the settings of the controller, which also hold the cluster-wide defaults. */
    Map<String, String> controller(String node) {
        Map<String, String> settings = common(node, NodeSettings.CONTROLLER_ID);
        settings.put("process.roles", "controller");
        NodeSettings.ofController(spec).forEach(settings::putIfAbsent);
        settings.put("listeners", "CONTROLLER://" + controllerAddress);
        return settings;
    }

    /** Returns the settings of one broker, which listens on these ports. */
    Map<String, String> broker(BrokerAddress address) {
        Map<String, String> settings = common(address.name(), address.id());
        settings.put("process.roles", "broker");
        settings.put("listeners", address.listeners(address.bound()));
        settings.put("advertised.listeners", address.listeners(address.advertised()));
        settings.put("inter.broker.listener.name", "REPLICATION");
        return settings;
    }

    private Map<String, String> common(String node, int id) {
        Map<String, String> settings = NodeSettings.shared(spec);
        settings.put("node.id", String.valueOf(id));
        settings.put("controller.quorum.voters", NodeSettings.CONTROLLER_ID + "@" + controllerAddress);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.putIfAbsent(BrokerSpec.PROTOCOLS, "CLIENT:PLAINTEXT,REPLICATION:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", workspace.data(node).toString());
        return settings;
    }

    /**
     * Returns the command line of a node. Paths in our directory come early, because the watchdog
     * recognizes a node by them.
     */
    List<String> command(ProcessSpec processes, String node, List<String> jvmFlags, Path logging) {
        List<String> command = new ArrayList<>();
        command.add(processes.java().toString());
        command.add("-Dlog4j2.configurationFile=" + logging);
        command.add("-Djava.io.tmpdir=" + workspace.scratch());
        command.addAll(ChildJvm.LOCALE);
        command.addAll(jvmFlags);
        command.addAll(List.of("-cp", processes.jars().toAbsolutePath() + "/*"));
        command.addAll(List.of("kafka.Kafka", workspace.settings(node).toString()));
        return command;
    }
}
