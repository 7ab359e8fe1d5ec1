package io.producerbench.trogdor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The coordinator alone is admitted, and has exactly one command started, with a JSON object as its
 * workload. Trogdor's no-op task is the only other one, because it carries the moment to start.
 *
 * @param callers addresses of the coordinator
 * @param node the name of this host
 * @param command the one command
 */
record AgentRules(Set<String> callers, String node, List<String> command) implements DoorRules {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COMMAND_SPEC = "org.apache.kafka.trogdor.workload.ExternalCommandSpec";
    private static final String NO_OP_SPEC = "org.apache.kafka.trogdor.task.NoOpTaskSpec";
    private static final Set<String> HARMLESS =
            Set.of("GET agent/status", "GET agent/uptime", "PUT agent/worker/stop", "DELETE agent/worker");

    @Override
    public Optional<byte[]> admitted(String caller, String method, String path, byte[] body) {
        if (!callers.contains(caller)) {
            return Optional.empty();
        }
        String request = method + " " + path;
        if (HARMLESS.contains(request)) {
            return Optional.of(body);
        }
        return request.equals("POST agent/worker/create") ? checked(body) : Optional.empty();
    }

    private Optional<byte[]> checked(byte[] body) {
        try {
            JsonNode create = JSON.readTree(body);
            JsonNode spec = create.path("spec");
            ObjectNode clean = JSON.createObjectNode();
            clean.set("class", spec.path("class"));
            clean.set("startMs", JSON.getNodeFactory().numberNode(spec.path("startMs").asLong()));
            clean.set("durationMs", JSON.getNodeFactory().numberNode(spec.path("durationMs").asLong()));
            switch (spec.path("class").asText()) {
                case NO_OP_SPEC:
                    break;
                case COMMAND_SPEC:
                    if (!isOurs(spec)) {
                        return Optional.empty();
                    }
                    clean.put("commandNode", node);
                    ArrayNode words = clean.putArray("command");
                    command.forEach(words::add);
                    clean.set("shutdownGracePeriodMs", spec.path("shutdownGracePeriodMs"));
                    clean.set("workload", spec.path("workload"));
                    break;
                default:
                    return Optional.empty();
            }
            ObjectNode request = JSON.createObjectNode();
            request.put("workerId", create.path("workerId").asLong());
            request.put("taskId", create.path("taskId").asText());
            request.set("spec", clean);
            return Optional.of(JSON.writeValueAsBytes(request));
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }

    private boolean isOurs(JsonNode spec) {
        ArrayNode words = JSON.createArrayNode();
        command.forEach(words::add);
        return spec.path("command").equals(words)
                && spec.path("commandNode").asText().equals(node)
                && spec.path("workload").isObject()
                && spec.path("shutdownGracePeriodMs").isIntegralNumber();
    }
}
