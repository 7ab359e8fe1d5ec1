package io.producerbench.run;

import io.producerbench.cluster.BootstrapServers;
import io.producerbench.cluster.ClientKeys;
import io.producerbench.cluster.ClientKeys.Role;
import io.producerbench.cluster.ClientProperties;
import io.producerbench.failure.IoReason;
import io.producerbench.failure.UsageException;
import io.producerbench.jmh.JmhArguments;
import io.producerbench.scenario.Axis;
import io.producerbench.text.NearestName;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A user's settings for an existing cluster, sorted by what they do. A setting that concerns the
 * connection goes to every client. A setting that is an axis becomes {@code -p}. Any other setting
 * that would change a measurement is refused, because no column of the results would show it.
 *
 * @param client how to reach the cluster
 * @param jmhArguments JMH's options, with a {@code -p} for each axis that a setting pins
 * @param notices lines that the user should read
 */
public record CommandConfig(ClientProperties client, List<String> jmhArguments, List<String> notices) {
    private static final String FILE = "--command-config";
    private static final String PROPERTY = "--command-property";

    /** Some editors begin a file with it, and it would be a part of the first key. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final List<String> PROTOCOLS = List.of("PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL");
    private static final Pattern NEXT_KEY = Pattern.compile(",\\s*([a-z][\\w.]*)=");

    public CommandConfig {
        jmhArguments = List.copyOf(jmhArguments);
        notices = List.copyOf(notices);
    }

    /** One property, and the option that gave it. */
    private record Given(String source, String key, String value) {
        /**
         * Returns the property for messages. It shows the value only if Kafka's own definition says
         * that it is no secret.
         */
        String text() {
            return source + ": " + key + (ClientKeys.isSecret(key) ? "" : "=" + value);
        }
    }

    /**
     * Sorts the properties of the file and of the command line. A property of the command line
     * replaces the file's.
     *
     * @throws UsageException naming the key, its value if that is no secret, and what to do
     */
    public static CommandConfig of(
            String bootstrapServers, Optional<Path> file, List<String> properties, List<String> jmhArguments) {
        Map<String, Given> given = new TreeMap<>();
        file.ifPresent(path -> given.putAll(read(path)));
        given.putAll(parse(properties));
        try {
            BootstrapServers.parse(bootstrapServers);
            return new Sorting(jmhArguments).sort(bootstrapServers, given.values());
        } catch (IllegalArgumentException e) {
            throw new UsageException("--bootstrap-server: " + e.getMessage());
        }
    }

    private static Map<String, Given> read(Path file) {
        Properties properties = new Properties();
        try {
            String text = Files.readString(file);
            properties.load(new StringReader(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text));
        } catch (NoSuchFileException e) {
            throw new UsageException(FILE + " " + file + ": there is no such file");
        } catch (IOException e) {
            throw new UsageException(
                    FILE + " " + file + ": cannot be read: " + IoReason.of(e) + "; a readable file in UTF-8 is needed");
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    FILE + " " + file + ": is no properties file: a \\u must be followed by four hexadecimal digits");
        }
        Map<String, Given> given = new LinkedHashMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> given.put(key, new Given(FILE, key, properties.getProperty(key))));
        return given;
    }

    private static Map<String, Given> parse(List<String> properties) {
        Map<String, Given> given = new LinkedHashMap<>();
        for (String property : properties) {
            int end = property.indexOf('=');
            if (end < 1) {
                throw new UsageException(PROPERTY + ": expected key=value, got a word without a key or without '='");
            }
            Given one = new Given(PROPERTY, property.substring(0, end), property.substring(end + 1));
            requireOneProperty(one);
            if (ClientKeys.isSecret(one.key()) && ClientKeys.role(one.key()) != Role.UNKNOWN) {
                throw new UsageException(PROPERTY + ": " + one.key() + " is a secret, and everybody on this machine can"
                        + " read a command line; put it into a file for " + FILE);
            }
            if (given.put(one.key(), one) != null) {
                throw new UsageException(PROPERTY + ": " + one.key() + " is given twice; give it once");
            }
        }
        return given;
    }

    /**
     * Refuses a value with a comma before another key of Kafka's, because that comma was meant to
     * separate two properties.
     */
    private static void requireOneProperty(Given given) {
        Matcher next = NEXT_KEY.matcher(given.value());
        while (next.find()) {
            if (ClientKeys.known().contains(next.group(1))) {
                throw new UsageException(PROPERTY + ": " + given.key() + " and " + next.group(1)
                        + " stand in one word; put a space between them in place of the comma");
            }
        }
    }

    private static final class Sorting {
        private final List<String> arguments;
        private final Map<Axis, List<String>> chosen;
        private final Map<String, String> settings = new TreeMap<>();
        private final List<String> notices = new ArrayList<>();

        Sorting(List<String> jmhArguments) {
            arguments = new ArrayList<>(jmhArguments);
            chosen = JmhArguments.parse(jmhArguments).chosen();
        }

        CommandConfig sort(String bootstrapServers, Iterable<Given> properties) {
            for (Given given : properties) {
                switch (ClientKeys.role(given.key())) {
                    case SERVERS ->
                        notices.add(given.source() + ": " + given.key()
                                + " is not used, --bootstrap-server goes before it");
                    case CONNECTION -> connect(given);
                    case PRODUCER -> pin(given);
                    case OTHER_CLIENT ->
                        notices.add(given.source() + ": " + given.key() + " is not a producer's, and not used");
                    case UNKNOWN -> passUnknown(given);
                }
            }
            return new CommandConfig(new ClientProperties(bootstrapServers, settings), arguments, notices);
        }

        private void connect(Given given) {
            settings.put(given.key(), given.key().equals("security.protocol") ? protocol(given) : given.value());
        }

        /**
         * Returns the protocol in upper case and without blanks, because Kafka's clients accept
         * either.
         */
        private static String protocol(Given given) {
            String protocol = given.value().strip().toUpperCase(Locale.ROOT);
            if (!PROTOCOLS.contains(protocol)) {
                throw new UsageException(given.text() + ": expected one of " + String.join(", ", PROTOCOLS));
            }
            return protocol;
        }

        private void pin(Given given) {
            Axis axis = Arrays.stream(Axis.values())
                    .filter(known -> known.column().equals(given.key()))
                    .findFirst()
                    .orElseThrow(() -> new UsageException(given.text()
                            + " would change what is measured, and no column of the results would tell; take it out"));
            String value = canonical(axis, given);
            List<String> already = chosen.get(axis);
            if (already != null && !already.equals(List.of(value))) {
                throw new UsageException(given.text() + " contradicts -p " + axis.param() + "="
                        + String.join(",", already) + "; give one of them");
            }
            if (already == null) {
                arguments.addAll(List.of("-p", axis.param() + "=" + value));
                notices.add(given.text() + " is measured as -p " + axis.param() + "=" + value);
            }
        }

        private static String canonical(Axis axis, Given given) {
            try {
                return axis.canonical(given.value());
            } catch (IllegalArgumentException e) {
                throw new UsageException(given.text() + " cannot be measured: " + e.getMessage());
            }
        }

        /**
         * Passes an unknown key on, because it may be a plug-in's. A key that is nearly one of
         * Kafka's is refused as a mistake.
         */
        private void passUnknown(Given given) {
            NearestName.typo(given.key(), ClientKeys.known()).ifPresent(near -> {
                throw new UsageException(
                        given.source() + ": Kafka's clients have no " + given.key() + "; did you mean " + near + "?");
            });
            settings.put(given.key(), given.value());
            notices.add(given.source() + ": " + given.key() + " is none of Kafka's keys, and passed on as it is");
        }
    }
}
