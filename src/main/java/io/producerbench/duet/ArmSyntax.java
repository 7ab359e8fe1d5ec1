package io.producerbench.duet;

import io.producerbench.cluster.TransactionVersion;
import io.producerbench.duet.DuetArm.Broker;
import io.producerbench.duet.DuetArm.Client;
import io.producerbench.duet.DuetArm.Commit;
import io.producerbench.duet.DuetArm.Commits;
import io.producerbench.duet.DuetArm.Consumers;
import io.producerbench.duet.DuetArm.Jar;
import io.producerbench.duet.DuetArm.Setting;
import io.producerbench.failure.UsageException;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Readers;
import io.producerbench.text.NearestName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How an arm is written on the command line. Every method throws UsageException if it names no arm. */
record ArmSyntax(String text) {
    private static final String CLIENT = "client:";
    private static final String BROKER = "broker:";
    private static final String CONSUMERS = "consumers=";
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+[\\w.-]*");

    private static final Map<String, Readers> READERS_BY_COUNT =
            Map.of("0", Readers.NONE, "2", Readers.BOTH_ISOLATION_LEVELS);

    DuetArm arm(Commits commits) {
        if (text.startsWith(CLIENT)) {
            return client();
        }
        if (text.startsWith(BROKER)) {
            return broker();
        }
        if (text.startsWith(CONSUMERS)) {
            return consumers();
        }
        if (text.contains("=")) {
            return setting();
        }
        if (text.endsWith(".jar")) {
            return jar();
        }
        return commits.resolve(text)
                .map(sha -> new Commit(text, sha))
                .orElseThrow(
                        () -> new UsageException(
                                "'" + text + "' is no arm: expected a commit of this repository,"
                                        + " a .jar, client:VERSION, broker:VERSION, consumers=0 or 2, or a setting such as linger.ms=0"));
    }

    private Client client() {
        Map<String, String> settings = settings();
        settings.keySet().forEach(name -> ProducerSettingCheck.requireFree(text, name));
        return new Client(text, version(), settings);
    }

    private Broker broker() {
        Map<String, String> settings = settings();
        String level = settings.remove(TransactionVersion.FEATURE);
        if (!settings.isEmpty()) {
            throw new UsageException(text + ": of brokers only " + TransactionVersion.FEATURE + " can be set, got '"
                    + settings.keySet().iterator().next() + "'");
        }
        return new Broker(text, version(), Optional.ofNullable(level).map(this::protocol));
    }

    private TransactionVersion protocol(String level) {
        return Arrays.stream(TransactionVersion.values())
                .filter(version -> Integer.toString(version.level()).equals(level))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        text + ": expected " + TransactionVersion.FEATURE + " 1 or 2, got '" + level + "'"));
    }

    private String version() {
        String version = text.substring(text.indexOf(':') + 1).split(",", 2)[0];
        if (!VERSION.matcher(version).matches()) {
            throw new UsageException(text + ": expected a version of Kafka such as " + text.split(":")[0]
                    + ":4.4.0, got '" + version + "'");
        }
        return version;
    }

    /** Returns what stands behind the version, as in {@code client:4.4.0,name=value}. */
    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        String[] parts = text.split(",", -1);
        for (String part : List.of(parts).subList(1, parts.length)) {
            String[] sides = part.split("=", 2);
            if (sides.length < 2 || sides[0].isBlank()) {
                throw new UsageException(
                        text + ": expected settings as NAME=VALUE, separated by commas, got '" + part + "'");
            }
            if (settings.put(sides[0], sides[1]) != null) {
                throw new UsageException(text + ": " + sides[0] + " is set twice");
            }
        }
        return settings;
    }

    private Consumers consumers() {
        String count = text.substring(CONSUMERS.length());
        if (!READERS_BY_COUNT.containsKey(count)) {
            throw new UsageException(text + ": expected " + CONSUMERS + "0 or " + CONSUMERS + "2 (one for"
                    + " each isolation level), got '" + count + "'");
        }
        return new Consumers(text, READERS_BY_COUNT.get(count));
    }

    private Setting setting() {
        String name = text.substring(0, text.indexOf('='));
        String value = text.substring(text.indexOf('=') + 1);
        Axis axis = Arrays.stream(Axis.values())
                .filter(candidate -> candidate.column().equals(name))
                .findFirst()
                .orElseThrow(() -> unknownSetting(name));
        try {
            return new Setting(text, axis, axis.canonical(value));
        } catch (IllegalArgumentException e) {
            throw new UsageException(text + ": " + e.getMessage());
        }
    }

    private UsageException unknownSetting(String name) {
        var names = Arrays.stream(Axis.values()).map(Axis::column).toList();
        return new UsageException(text + ": there is no setting '" + name + "'"
                + NearestName.of(name, names)
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse(". ")
                + names.stream().collect(Collectors.joining(", ", " The settings are ", ""))
                + "; other settings of Kafka's producer are compared as client:VERSION,NAME=VALUE");
    }

    private Jar jar() {
        Path file = Path.of(text).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw new UsageException(text + ": there is no such file; build one with ./mvnw package and name it");
        }
        return new Jar(file.getFileName().toString(), file);
    }
}
