package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.cluster.external.SecuredBrokers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A cluster that knows its clients by their certificates. */
@Tag("cluster")
@Timeout(600)
class MutualTlsOnBrokersTest {
    @TempDir
    static Path theirs;

    private static SecuredBrokers brokers;

    @TempDir
    Path directory;

    @BeforeAll
    static void up() throws Exception {
        brokers = SecuredBrokers.withMutualTls(theirs);
        brokers.allowSweeps("CN=alice");
    }

    @AfterAll
    static void down() {
        if (brokers != null) {
            brokers.close();
        }
    }

    /** Everything in PEM, the key and its certificates in the file itself. */
    private static Map<String, String> pem(String key) {
        Map<String, String> settings = new HashMap<>();
        settings.put("security.protocol", "SSL");
        settings.put("ssl.truststore.type", "PEM");
        settings.put("ssl.truststore.location", brokers.certificates().pem().toString());
        settings.put("ssl.keystore.type", "PEM");
        settings.put("ssl.keystore.key", key.substring(0, key.indexOf("-----BEGIN CERTIFICATE")));
        settings.put("ssl.keystore.certificate.chain", key.substring(key.indexOf("-----BEGIN CERTIFICATE")));
        return settings;
    }

    @Test
    @Tag("nightly")
    void a_sweep_over_mutual_tls_gives_rows_and_no_secret() throws Exception {
        String key = Files.readString(brokers.certificates().keyPem("alice"));
        String line = key.lines().skip(1).findFirst().orElseThrow();

        SecuredSweep.run(directory, brokers.bootstrapServers(), brokers.file("alice", pem(key)), line);
    }

    @Test
    @Tag("nightly")
    void consumers_read_over_mutual_tls_once_they_may() throws Exception {
        brokers.allowSweeps("CN=carol");
        Path config = brokers.file(
                "carol", pem(Files.readString(brokers.certificates().keyPem("carol"))));
        List<String> arguments = visible(config);
        try (BenchProcess bench = BenchProcess.start(directory.resolve("refused"), arguments)) {
            assertThat(bench.await()).isEqualTo(ExitCode.ENVIRONMENT.code());
            assertThat(bench.stderr())
                    .anyMatch(line -> line.contains("rights are missing on this cluster: READ on topics"));
        }

        brokers.allow("CN=carol", ResourceType.TOPIC, AclOperation.READ);

        try (BenchProcess bench = BenchProcess.start(directory.resolve("allowed"), arguments)) {
            bench.await();
            assertThat(bench.samples()).hasSizeGreaterThanOrEqualTo(4).allSatisfy(VisibleOnBrokersTest::assertSeen);
        }
    }

    private List<String> visible(Path commandConfig) {
        return ShortSweep.visible(
                "1,all",
                "-p",
                "transactionMs=100",
                "--bootstrap-server",
                brokers.bootstrapServers(),
                "--command-config",
                commandConfig.toString(),
                "--results",
                directory.resolve("results").toString());
    }

    @Test
    void a_client_without_a_certificate_is_told_that_one_is_wanted() throws Exception {
        Map<String, String> settings = pem("-----BEGIN CERTIFICATE-----");
        settings.keySet().removeIf(name -> name.startsWith("ssl.keystore"));
        List<String> arguments = List.of(
                "--quick",
                "--results",
                directory.resolve("results").toString(),
                "--bootstrap-server",
                brokers.bootstrapServers(),
                "--command-config",
                brokers.file("bare", settings).toString());
        try (BenchProcess bench = BenchProcess.start(directory, arguments)) {
            assertThat(bench.await()).isEqualTo(ExitCode.ENVIRONMENT.code());
            assertThat(bench.stderr())
                    .anyMatch(line -> line.startsWith("run-bench: ")
                            && line.contains("the broker did not take our certificate, or wants one"));
        }
    }
}
