package io.producerbench.cluster.external;

import io.producerbench.cluster.BrokerSpec;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.ClusterSpec;
import io.producerbench.cluster.ExistingCluster;
import io.producerbench.cluster.TestBrokers;
import io.producerbench.cluster.processes.ProcessCluster;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Brokers of our own that stand for an existing cluster: they admit clients by TLS and by name only, and know
 * who may do what.
 */
public final class SecuredBrokers implements AutoCloseable {

    /** Of all that is secret here, so that it can be looked for. */
    public static final String CANARY = "canary-3f9Zq0-tell-nobody";

    private static final int ITERATIONS = 4096;

    private final Path directory;
    private final Certificates certificates;
    private final ProcessCluster cluster;

    private SecuredBrokers(Path directory, Map<String, String> security) throws IOException {
        this.directory = directory;
        this.certificates = new Certificates(directory.resolve("certificates"), CANARY);
        Map<String, String> settings = new LinkedHashMap<>(security);
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:ANONYMOUS");
        settings.put("listener.name.client.ssl.keystore.type", "PKCS12");
        settings.put(
                "listener.name.client.ssl.keystore.location",
                certificates.keyStore("broker").toString());
        settings.put("listener.name.client.ssl.keystore.password", CANARY);
        settings.put("listener.name.client.ssl.key.password", CANARY);
        settings.put("listener.name.client.ssl.truststore.type", "JKS");
        settings.put(
                "listener.name.client.ssl.truststore.location",
                certificates.trustStore("JKS").toString());
        settings.put("listener.name.client.ssl.truststore.password", CANARY);
        settings.putAll(TestBrokers.alert(TestBrokers.spec()).brokers().settings());
        ClusterSpec spec = TestBrokers.alert(TestBrokers.spec());
        this.cluster = (ProcessCluster)
                ClusterKind.PROCESSES.start(spec.withBrokers(spec.brokers().withSettings(settings)));
    }

    /** With SCRAM-SHA-512, PLAIN and OAUTHBEARER; the broker has a certificate for 127.0.0.1. */
    public static SecuredBrokers withSasl(Path directory) throws IOException {
        String modules = "org.apache.kafka.common.security.";
        return new SecuredBrokers(
                directory,
                Map.of(
                        BrokerSpec.PROTOCOLS,
                        "CLIENT:SASL_SSL,REPLICATION:PLAINTEXT,CONTROLLER:PLAINTEXT",
                        "listener.name.client.sasl.enabled.mechanisms",
                        "SCRAM-SHA-512,PLAIN,OAUTHBEARER",
                        "listener.name.client.scram-sha-512.sasl.jaas.config",
                        modules + "scram.ScramLoginModule required;",
                        "listener.name.client.plain.sasl.jaas.config",
                        modules + "plain.PlainLoginModule required user_plain=\"" + CANARY + "\";",
                        "listener.name.client.oauthbearer.sasl.jaas.config",
                        modules
                                + "oauthbearer.OAuthBearerLoginModule required unsecuredLoginStringClaim_sub=\"broker\";"));
    }

    /** With certificates on both sides: the client's is its name. */
    public static SecuredBrokers withMutualTls(Path directory) throws IOException {
        return new SecuredBrokers(
                directory,
                Map.of(
                        BrokerSpec.PROTOCOLS,
                        "CLIENT:SSL,REPLICATION:PLAINTEXT,CONTROLLER:PLAINTEXT",
                        "listener.name.client.ssl.client.auth",
                        "required"));
    }

    public Certificates certificates() {
        return certificates;
    }

    public String bootstrapServers() {
        return cluster.bootstrapServers();
    }

    /** As a super user, past TLS and names. */
    public Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", cluster.openServers()));
    }

    /** A listener of brokers that takes everybody. */
    public String openServers() {
        return cluster.openServers();
    }

    /** What a client needs to trust the brokers. */
    public Map<String, String> trust() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("ssl.truststore.type", "JKS");
        settings.put("ssl.truststore.location", certificates.trustStore("JKS").toString());
        settings.put("ssl.truststore.password", CANARY);
        return settings;
    }

    /** What a client needs to come in as this user, with the password that all users have. */
    public Map<String, String> scram(String user) {
        return scram(user, CANARY);
    }

    public Map<String, String> scram(String user, String password) {
        Map<String, String> settings = trust();
        settings.put("security.protocol", "SASL_SSL");
        settings.put("sasl.mechanism", "SCRAM-SHA-512");
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
                        + password + "\";");
        return settings;
    }

    /** When this returns, the user exists. */
    public void addScramUser(String user) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), CANARY)))
                    .all()
                    .get();
        }
    }

    /** When this returns, each broker takes so many bytes a second of this user, and no more. */
    public void limit(String user, double bytesPerSecond) throws ExecutionException, InterruptedException {
        ClientQuotaEntity entity = new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, user));
        var quota = new ClientQuotaAlteration.Op("producer_byte_rate", bytesPerSecond);
        try (Admin admin = admin()) {
            admin.alterClientQuotas(List.of(new ClientQuotaAlteration(entity, List.of(quota))))
                    .all()
                    .get();
        }
    }

    /** All that a sweep needs, and no more. */
    public void allowSweeps(String user) throws ExecutionException, InterruptedException {
        allow(
                user,
                ResourceType.TOPIC,
                AclOperation.CREATE,
                AclOperation.DESCRIBE,
                AclOperation.WRITE,
                AclOperation.DELETE);
        allow(user, ResourceType.TRANSACTIONAL_ID, AclOperation.DESCRIBE, AclOperation.WRITE);
    }

    /** When this returns, the user may do that to what has a name of ours. */
    public void allow(String user, ResourceType type, AclOperation... operations)
            throws ExecutionException, InterruptedException {
        ResourcePattern ours = new ResourcePattern(type, ExistingCluster.NAMES, PatternType.PREFIXED);
        try (Admin admin = admin()) {
            admin.createAcls(Arrays.stream(operations)
                            .map(operation -> new AclBinding(
                                    ours,
                                    new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW)))
                            .toList())
                    .all()
                    .get();
        }
    }

    /** A file for {@code --command-config}. */
    public Path file(String name, Map<String, String> settings) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings);
        Path file = directory.resolve(name + ".properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        return file;
    }

    @Override
    public void close() {
        cluster.close();
    }
}
