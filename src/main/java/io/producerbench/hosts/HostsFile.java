package io.producerbench.hosts;

import io.producerbench.failure.UsageException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Trogdor's own platform file: one node with the coordinator, which is this machine, and the load
 * hosts in the order of the file.
 *
 * @param coordinator name of the coordinator's node
 * @param coordinatorHost the address at which load hosts reach the coordinator
 */
public record HostsFile(
        Path path, String coordinator, String coordinatorHost, int coordinatorPort, List<LoadHost> load) {
    /** A name that occurs twice is no host more: of two equal keys JSON keeps one. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final String AGENT_PORT = "trogdor.agent.port";
    private static final String COORDINATOR_PORT = "trogdor.coordinator.port";
    private static final int USUAL_AGENT_PORT = 8888;
    private static final int MOST_PORT = 65_535;
    private static final String NAME = "\\w[\\w-]*";

    /**
     * @param option of the command line that names the file, for messages
     * @throws UsageException if the file cannot be read, or is no platform with load hosts
     */
    public static HostsFile read(String option, Path path) {
        String file = option + " " + path;
        if (!Files.isReadable(path)) {
            throw new UsageException(file + ": expected Trogdor's platform file, got no file that can be read");
        }
        JsonNode nodes;
        try {
            nodes = JSON.readTree(path.toFile()).path("nodes");
        } catch (JacksonException e) {
            throw new UsageException(file + ": expected Trogdor's platform file, got JSON that cannot be read: "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
        List<LoadHost> load = new ArrayList<>();
        List<String> coordinators = new ArrayList<>();
        nodes.properties().forEach(node -> {
            require(file, node.getKey(), node.getValue());
            if (port(file, node, COORDINATOR_PORT, 0) > 0) {
                coordinators.add(node.getKey());
            }
            int port = port(file, node, AGENT_PORT, USUAL_AGENT_PORT);
            if (port > 0) {
                load.add(new LoadHost(
                        node.getKey(), node.getValue().path("hostname").asString(""), port));
            }
        });
        if (coordinators.size() != 1 || load.isEmpty()) {
            throw new UsageException(
                    file + ": expected one node with a " + COORDINATOR_PORT + " and at least one with a " + AGENT_PORT
                            + ", got " + coordinators.size() + " and " + load.size());
        }
        requireDifferent(file, load);
        JsonNode coordinator = nodes.path(coordinators.get(0));
        return new HostsFile(
                path.toAbsolutePath().normalize(),
                coordinators.get(0),
                coordinator.path("hostname").asString(""),
                coordinator.path(COORDINATOR_PORT).asInt(),
                List.copyOf(load));
    }

    private static void require(String file, String name, JsonNode node) {
        if (!name.matches(NAME)) {
            throw new UsageException(file + ": expected a name of letters, digits and '-', got '" + name + "'");
        }
        if (node.path("hostname").asString("").isEmpty()) {
            throw new UsageException(file + ": node " + name + " has no hostname");
        }
    }

    private static int port(String file, Map.Entry<String, JsonNode> node, String name, int usual) {
        JsonNode value = node.getValue().path(name);
        int port = value.asInt(value.isMissingNode() ? usual : -1);
        if (port < 0 || port > MOST_PORT || value.isNumber() && !value.isIntegralNumber()) {
            throw new UsageException(file + ": node " + node.getKey() + ": expected a " + name + " from 0 to "
                    + MOST_PORT + ", got " + value);
        }
        return port;
    }

    private static void requireDifferent(String file, List<LoadHost> load) {
        Map<String, LoadHost> agents = new HashMap<>();
        for (LoadHost host : load) {
            LoadHost other = agents.put(host.agent(), host);
            if (other != null) {
                throw new UsageException(file + ": nodes " + other.name() + " and " + host.name() + " are both "
                        + host.hostName() + ":" + host.port() + "; give each agent a port of its own");
            }
        }
    }

    /** @throws UsageException if no load host has this name */
    LoadHost loadHost(String name) {
        return load.stream()
                .filter(host -> host.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("--name " + name + ": expected a node of " + path
                        + " with an agent, one of "
                        + load.stream().map(LoadHost::name).toList()));
    }

    String coordinatorUrl() {
        return "http://" + coordinatorHost + ":" + coordinatorPort;
    }

    /** True if all hosts are this machine, reached by its loopback interface. */
    public boolean isLocal() {
        return load.stream().map(LoadHost::hostName).allMatch(HostsFile::isLoopback);
    }

    private static boolean isLoopback(String hostName) {
        try {
            return InetAddress.getByName(hostName).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
