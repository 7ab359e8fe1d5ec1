package io.producerbench.cluster.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.cluster.ClientProperties;
import io.producerbench.cluster.ClientUse;
import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.ClusterSpec;
import io.producerbench.cluster.ExistingCluster;
import io.producerbench.cluster.TestBrokers;
import io.producerbench.cluster.TopicSpec;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who gets into a cluster with TLS, SASL and ACLs, and which right is missing. */
@Tag("cluster")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SecuredClusterTest {

    @TempDir
    static Path directory;

    private static SecuredBrokers brokers;

    @BeforeAll
    static void up() throws Exception {
        brokers = SecuredBrokers.withSasl(directory);
    }

    @AfterAll
    static void down() {
        if (brokers != null) {
            brokers.close();
        }
    }

    private static ClusterSpec wanted(String run, Map<String, String> settings) {
        return wanted(run, settings, EnumSet.of(ClientUse.IDEMPOTENCE, ClientUse.TRANSACTIONS));
    }

    private static ClusterSpec wanted(String run, Map<String, String> settings, Set<ClientUse> uses) {
        return TestBrokers.spec()
                .withExisting(new ExistingCluster(
                        new ClientProperties(brokers.bootstrapServers(), settings),
                        ExistingCluster.newPrefix(run),
                        directory.resolve(run + ".journal"),
                        uses));
    }

    private static void assertGetsIn(String run, Map<String, String> settings) {
        try (Cluster cluster = ClusterKind.EXTERNAL.start(wanted(run, settings))) {
            String topic = cluster.namePrefix() + "one";
            cluster.createTopic(new TopicSpec(topic, 3, 3, Map.of()));
            assertThat(cluster.describe(topic).smallestIsr()).isEqualTo(3);
            assertThat(cluster.logEndOffsetSum(topic)).isZero();
            assertThat(cluster.toString() + cluster.clientProperties()).doesNotContain(SecuredBrokers.CANARY);
        }
    }

    @Test
    void scram_gets_in_and_leaves_nothing() throws Exception {
        brokers.addScramUser("scram");
        brokers.allowSweeps("scram");

        assertGetsIn("scram", brokers.scram("scram"));

        try (Admin admin = brokers.admin()) {
            assertThat(admin.listTopics().names().get()).noneMatch(topic -> topic.contains("scram"));
        }
    }

    @Test
    void plain_gets_in_with_a_pem_trust_store() throws Exception {
        brokers.allowSweeps("plain");

        assertGetsIn(
                "plain",
                Map.of(
                        "security.protocol",
                        "SASL_SSL",
                        "ssl.truststore.type",
                        "PEM",
                        "ssl.truststore.location",
                        brokers.certificates().pem().toString(),
                        "sasl.mechanism",
                        "PLAIN",
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"plain\" password=\""
                                + SecuredBrokers.CANARY + "\";"));
    }

    @Test
    void oauthbearer_gets_in() throws Exception {
        brokers.allowSweeps("oauth");
        Map<String, String> settings = brokers.trust();
        settings.put("security.protocol", "SASL_SSL");
        settings.put("sasl.mechanism", "OAUTHBEARER");
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required"
                        + " unsecuredLoginStringClaim_sub=\"oauth\";");

        assertGetsIn("oauth", settings);
    }

    @Test
    void every_missing_right_is_named() throws Exception {
        brokers.addScramUser("nobody");
        assertMissing(
                "nobody",
                "CREATE on topics, WRITE on transactional ids (names",
                "DESCRIBE, WRITE and DELETE on topics can be looked at only then");

        brokers.addScramUser("creator");
        brokers.allow("creator", ResourceType.TOPIC, AclOperation.CREATE);
        brokers.allow("creator", ResourceType.TRANSACTIONAL_ID, AclOperation.WRITE);
        assertMissing("creator", "DESCRIBE on topics", "WRITE on topics", "DELETE on topics", " is left over");

        brokers.addScramUser("reader");
        brokers.allow("reader", ResourceType.TOPIC, AclOperation.CREATE, AclOperation.DESCRIBE, AclOperation.DELETE);
        brokers.allow("reader", ResourceType.TRANSACTIONAL_ID, AclOperation.WRITE);
        assertMissing("reader", "WRITE on topics, IDEMPOTENT_WRITE on the cluster (names");

        brokers.addScramUser("plainWriter");
        brokers.allow(
                "plainWriter",
                ResourceType.TOPIC,
                AclOperation.CREATE,
                AclOperation.DESCRIBE,
                AclOperation.WRITE,
                AclOperation.DELETE);
        assertMissing("plainWriter", "cluster: WRITE on transactional ids (names");

        brokers.addScramUser("keeper");
        brokers.allow("keeper", ResourceType.TOPIC, AclOperation.CREATE, AclOperation.DESCRIBE, AclOperation.WRITE);
        brokers.allow("keeper", ResourceType.TRANSACTIONAL_ID, AclOperation.WRITE);
        assertMissing("keeper", "cluster: DELETE on topics (names", "-rights is left over");
    }

    @Test
    void who_is_to_read_needs_that_right_too() throws Exception {
        brokers.addScramUser("sweeper");
        brokers.allowSweeps("sweeper");
        ClusterSpec read = wanted("sweeper", brokers.scram("sweeper"), EnumSet.of(ClientUse.READING));

        assertThatThrownBy(() -> ClusterKind.EXTERNAL.start(read).close())
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("cluster: READ on topics (names");

        brokers.allow("sweeper", ResourceType.TOPIC, AclOperation.READ);
        ClusterKind.EXTERNAL.start(read).close();
    }

    private static void assertMissing(String user, String... words) {
        assertThatThrownBy(() -> ClusterKind.EXTERNAL
                        .start(wanted(user, brokers.scram(user)))
                        .close())
                .as(user)
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("rights are missing on this cluster: ")
                .hasMessageContainingAll(words)
                .hasMessageNotContaining(SecuredBrokers.CANARY);
    }
}
