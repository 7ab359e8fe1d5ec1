package io.producerbench.environment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The variables of the environment that people set to change JVMs. No command line shows them.
 *
 * @param flags what each holds, by its name. Values are left out, because they may be secret: of
 *     {@code -Dpassword=x} it has {@code -Dpassword}. The JVM's own options begin with {@code -X}
 *     and are whole.
 */
public record JvmVariables(SortedMap<String, List<String>> flags) {
    /** Every JVM reads these, whatever starts it. */
    private static final List<String> READ = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private static final Pattern OF_START_SCRIPTS =
            Pattern.compile("KAFKA_(OPTS|HEAP_OPTS|JVM_PERFORMANCE_OPTS|GC_LOG_OPTS|LOG4J_OPTS|JMX_OPTS)");

    /** Returns the variables that this JVM was started with. All JVMs that it starts have them too. */
    public static JvmVariables read() {
        return of(System.getenv());
    }

    static JvmVariables of(Map<String, String> environment) {
        SortedMap<String, List<String>> flags = new TreeMap<>();
        environment.forEach((name, value) -> {
            boolean matters =
                    READ.contains(name) || OF_START_SCRIPTS.matcher(name).matches();
            if (matters && !value.isBlank()) {
                flags.put(name, names(value));
            }
        });
        return new JvmVariables(flags);
    }

    private static List<String> names(String value) {
        return Arrays.stream(value.replaceAll("[\"']", "").split("\\s+"))
                .filter(word -> word.startsWith("-"))
                .map(word -> word.startsWith("-X") ? word : word.split("[=:]", 2)[0])
                .toList();
    }

    /** Returns one line for each variable that says what it does here. */
    public List<String> notices() {
        return flags.entrySet().stream()
                .map(variable -> "warning: " + variable.getKey() + " is set (" + String.join(" ", variable.getValue())
                        + ") and "
                        + (READ.contains(variable.getKey())
                                ? "changes every JVM that this program starts here, brokers and forks alike; unset it to"
                                        + " measure without"
                                : "changes nothing, because only Kafka's own start scripts read it"))
                .toList();
    }
}
