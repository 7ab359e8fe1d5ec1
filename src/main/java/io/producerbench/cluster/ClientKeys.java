package io.producerbench.cluster;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;

/**
 * Sorts a client's keys by Kafka's own definitions: those of a connection, those that change what
 * is measured, and those that are secret.
 */
public final class ClientKeys {

    /** How a sweep uses a key. */
    public enum Role {
        /** The servers, which only {@code --bootstrap-server} names. */
        SERVERS,
        /** A setting of the connection to brokers, passed on to every client. */
        CONNECTION,
        /** A setting of producers alone: it changes what is measured. */
        PRODUCER,
        /** A setting of other clients, not used here. */
        OTHER_CLIENT,
        /** Unknown to Kafka: perhaps a plug-in's, perhaps a mistake. */
        UNKNOWN
    }

    private static final Pattern PROTOCOL = Pattern.compile("(security|ssl|sasl)\\..+");
    private static final Pattern PROVIDERS = Pattern.compile("config\\.providers(\\..+)?");
    private static final Set<String> SOCKET = Set.of(
            "client.dns.lookup",
            "connections.max.idle.ms",
            "metadata.recovery.strategy",
            "metadata.recovery.rebootstrap.trigger.ms",
            "receive.buffer.bytes",
            "reconnect.backoff.max.ms",
            "reconnect.backoff.ms",
            "send.buffer.bytes",
            "socket.connection.setup.timeout.max.ms",
            "socket.connection.setup.timeout.ms");

    /**
     * The keys of a connection that results may hold, because no value names a person, a host or a
     * file.
     */
    private static final Set<String> RECORDED = Set.of(
            "security.protocol",
            "sasl.mechanism",
            "ssl.protocol",
            "ssl.enabled.protocols",
            "ssl.cipher.suites",
            "ssl.keystore.type",
            "ssl.truststore.type",
            "ssl.endpoint.identification.algorithm",
            "client.dns.lookup",
            "receive.buffer.bytes",
            "send.buffer.bytes");

    private static final Map<String, ConfigKey> PRODUCER =
            ProducerConfig.configDef().configKeys();
    private static final Map<String, ConfigKey> ADMIN =
            AdminClientConfig.configDef().configKeys();
    private static final Set<String> CONSUMER = ConsumerConfig.configNames();
    private static final Pattern NAMES_OF_SECRETS =
            Pattern.compile("(?i).*(password|passphrase|secret).*|config\\.providers\\..+\\.param\\..+");

    private ClientKeys() {}

    public static Role role(String key) {
        if (key.equals("bootstrap.servers") || key.equals("bootstrap.controllers")) {
            return Role.SERVERS;
        }
        boolean known = PRODUCER.containsKey(key) || ADMIN.containsKey(key);
        if (PROVIDERS.matcher(key).matches() || known && (PROTOCOL.matcher(key).matches() || SOCKET.contains(key))) {
            return Role.CONNECTION;
        }
        if (PRODUCER.containsKey(key)) {
            return Role.PRODUCER;
        }
        return known || CONSUMER.contains(key) ? Role.OTHER_CLIENT : Role.UNKNOWN;
    }

    /** Returns every key that some client of Kafka's has. */
    public static Set<String> known() {
        Set<String> known = new TreeSet<>(PRODUCER.keySet());
        known.addAll(ADMIN.keySet());
        known.addAll(CONSUMER);
        return Collections.unmodifiableSet(known);
    }

    /**
     * True if the key's value must not be shown: it has Kafka's type PASSWORD or the name of a
     * secret, or Kafka does not know the key.
     */
    public static boolean isSecret(String key) {
        ConfigKey definition = PRODUCER.getOrDefault(key, ADMIN.get(key));
        return definition != null && definition.type() == ConfigDef.Type.PASSWORD
                || NAMES_OF_SECRETS.matcher(key).matches()
                || role(key) == Role.UNKNOWN;
    }

    /** Returns those of these settings that results may hold. */
    public static Map<String, String> recorded(Map<String, String> settings) {
        Map<String, String> recorded = new TreeMap<>(settings);
        recorded.keySet().retainAll(RECORDED);
        return recorded;
    }
}
