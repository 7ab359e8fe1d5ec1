package io.producerbench.cluster.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Kafka settings as the environment variables that Kafka's own image reads. */
final class ContainerSettings {

    static final int CLIENT_PORT = 9092;
    static final int REPLICATION_PORT = 9093;
    static final int CONTROLLER_PORT = 9094;
    static final String CONTROLLER = "controller";

    private ContainerSettings() {}

    /** Returns the variable for this Kafka setting. */
    static String variable(String setting) {
        // Underscores first, because the other characters become underscores.
        String name = setting.replace("_", "__").replace("-", "___").replace(".", "_");
        return "KAFKA_" + name.toUpperCase(Locale.ROOT);
    }

    static Map<String, String> variables(Map<String, String> settings) {
        Map<String, String> variables = new TreeMap<>();
        settings.forEach((setting, value) -> variables.put(variable(setting), value));
        return variables;
    }

    /** Returns the flags of a node's JVM in the two variables that Kafka's start scripts read. */
    static Map<String, String> jvm(List<String> flags) {
        List<String> heap = new ArrayList<>(flags);
        heap.removeIf(flag -> !flag.startsWith("-Xm"));
        List<String> rest = new ArrayList<>(flags);
        rest.removeAll(heap);
        return Map.of("KAFKA_HEAP_OPTS", String.join(" ", heap), "KAFKA_JVM_PERFORMANCE_OPTS", String.join(" ", rest));
    }
}
