package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.producerbench.cluster.external.Certificates;
import io.producerbench.cluster.external.SecuredBrokers;
import io.producerbench.results.CsvRows;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A cluster with TLS, SCRAM and ACLs as a user meets it, started as users start it. */
@Tag("cluster")
@Timeout(600)
class ExistingClusterOnBrokersTest {
    private static final String CANARY = SecuredBrokers.CANARY;

    @TempDir
    static Path theirs;

    private static final String WRONG_LISTENER = "wrong port, or does security.protocol not fit this listener?";

    private static SecuredBrokers brokers;

    @TempDir
    Path directory;

    @BeforeAll
    static void up() throws Exception {
        brokers = SecuredBrokers.withSasl(theirs);
        brokers.addScramUser("alice");
        brokers.allowSweeps("alice");
        brokers.addScramUser("mallory");
    }

    @AfterAll
    static void down() {
        if (brokers != null) {
            brokers.close();
        }
    }

    @Test
    void a_sweep_over_scram_gives_rows_and_no_secret() throws Exception {
        Map<String, String> settings = brokers.scram("alice");
        settings.put("ssl.keystore.type", "PKCS12");
        settings.put(
                "ssl.keystore.location",
                brokers.certificates().keyStore("alice").toString());
        settings.put("ssl.keystore.password", CANARY);
        settings.put("ssl.key.password", CANARY);
        settings.put("sasl.oauthbearer.client.credentials.client.secret", CANARY);
        settings.put("com.example.plugin.token", CANARY);

        SecuredSweep.run(directory, brokers.bootstrapServers(), brokers.file("all-secrets", settings), CANARY);
    }

    @Test
    @Tag("nightly")
    void a_row_that_a_client_quota_held_back_is_invalid_and_says_so() throws Exception {
        brokers.addScramUser("bob");
        brokers.allowSweeps("bob");
        brokers.limit("bob", 500_000);
        List<String> arguments = new ArrayList<>(SecuredSweep.SHORT);
        arguments.addAll(List.of("-p", "enableIdempotence=true", "-p", "transactional=false"));
        arguments.addAll(List.of("--results", directory.resolve("results").toString()));
        arguments.addAll(List.of("--bootstrap-server", brokers.bootstrapServers()));
        arguments.addAll(List.of(
                "--command-config",
                brokers.file("limited", brokers.scram("bob")).toString()));
        try (BenchProcess bench = BenchProcess.start(directory, arguments, Map.of())) {
            assertThat(bench.await()).as(() -> bench.stderr().toString()).isEqualTo(ExitCode.VERDICT.code());
            Path run = Path.of(bench.stdout().get(bench.stdout().size() - 1).substring("results: ".length()));
            Map<String, String> row = CsvRows.cells(run.resolve("samples.csv")).get(0);
            assertThat(row.get("status")).isEqualTo("INVALID");
            assertThat(row.get("status_reason")).contains("the brokers throttled the producer for ", "client quota");
            assertThat(Double.parseDouble(row.get("produce_throttle_ms"))).isGreaterThan(100);
        }
    }

    @Test
    void a_wrong_password_is_told() throws Exception {
        Map<String, String> settings = brokers.scram("alice", CANARY + "-wrong");

        assertRefused(brokers.bootstrapServers(), settings, "the brokers refuse the name, password or token");
    }

    @Test
    void an_unknown_user_is_told() throws Exception {
        assertRefused(
                brokers.bootstrapServers(), brokers.scram("nobody"), "the brokers refuse the name, password or token");
    }

    @Test
    void a_mechanism_that_is_not_offered_is_told() throws Exception {
        Map<String, String> settings = brokers.scram("alice");
        settings.put("sasl.mechanism", "SCRAM-SHA-256");

        assertRefused(
                brokers.bootstrapServers(),
                settings,
                "the brokers do not offer what sasl.mechanism names",
                "SCRAM-SHA-512");
    }

    @Test
    void a_wrong_authority_is_told() throws Exception {
        Map<String, String> settings = brokers.scram("alice");
        settings.put(
                "ssl.truststore.location",
                new Certificates(directory.resolve("other"), CANARY)
                        .trustStore("JKS")
                        .toString());

        assertRefused(brokers.bootstrapServers(), settings, "signed by no CA that is trusted here");
    }

    @Test
    void a_wrong_host_name_is_told() throws Exception {
        String servers = brokers.bootstrapServers().replace("127.0.0.1", "localhost");

        assertRefused(servers, brokers.scram("alice"), "the broker's certificate is for another host name");
    }

    @Test
    void a_wrong_store_password_is_told() throws Exception {
        Map<String, String> settings = brokers.scram("alice");
        settings.put("ssl.truststore.password", CANARY + "-wrong");

        assertRefused(
                brokers.bootstrapServers(), settings, "a key store cannot be opened; see ssl.truststore.password");
    }

    @Test
    void an_expired_certificate_is_told() throws Exception {
        Path store = brokers.certificates().keyStore("expired", "-startdate", "-9d", "-validity", "5");
        try (ServerSocket server = tls(store)) {
            serve(server);

            assertRefused(
                    address(server.getLocalPort()), brokers.scram("alice"), "the broker's certificate has expired");
        }
    }

    @Test
    void missing_rights_are_told() throws Exception {
        assertRefused(
                brokers.bootstrapServers(),
                brokers.scram("mallory"),
                "rights are missing on this cluster: CREATE on topics, WRITE on transactional ids");
    }

    @Test
    void no_tls_at_a_port_that_wants_it_and_tls_at_one_that_does_not_are_told() throws Exception {
        Map<String, String> plain = brokers.scram("alice");
        plain.put("security.protocol", "SASL_PLAINTEXT");

        assertRefused(brokers.bootstrapServers(), plain, WRONG_LISTENER, "security.protocol=SASL_PLAINTEXT");
        assertRefused(brokers.bootstrapServers(), Map.of(), WRONG_LISTENER, "security.protocol=PLAINTEXT");
        assertRefused(brokers.openServers(), brokers.scram("alice"), WRONG_LISTENER, "security.protocol=SASL_SSL");
    }

    @Test
    void no_sasl_where_it_is_wanted_is_told() throws Exception {
        Map<String, String> settings = brokers.trust();
        settings.put("security.protocol", "SSL");

        assertRefused(brokers.bootstrapServers(), settings, WRONG_LISTENER);
    }

    @Test
    void a_web_server_is_told() throws Exception {
        HttpServer web = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        web.start();
        try {
            assertRefused(address(web.getAddress().getPort()), brokers.scram("alice"), WRONG_LISTENER);
            assertRefused(address(web.getAddress().getPort()), Map.of(), WRONG_LISTENER);
        } finally {
            web.stop(0);
        }
    }

    @Test
    void a_port_without_a_listener_and_a_host_without_an_address_are_told() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        assertRefused(address(port), brokers.scram("alice"), "nothing listens at " + address(port));
        assertRefused("no-such-host.invalid:9092", brokers.scram("alice"), "no-such-host.invalid:9092");
    }

    /**
     * Refused at the first look: in one line that names the cause, with exit code 3, before there
     * is a run directory.
     */
    private void assertRefused(String servers, Map<String, String> settings, String... words) throws Exception {
        Path own = Files.createTempDirectory(directory, "refused");
        Path config = brokers.file("refused", new HashMap<>(settings));
        List<String> arguments = List.of(
                "--quick",
                "--results",
                own.resolve("results").toString(),
                "--bootstrap-server",
                servers,
                "--command-config",
                config.toString());
        try (BenchProcess bench = BenchProcess.start(own, arguments, Map.of("KAFKA_PASSWORD", CANARY))) {
            int exit = bench.await();
            List<String> said = bench.stderr().stream()
                    .filter(line -> !line.startsWith("run 20") && !line.startsWith("NOTE: Picked up"))
                    // Set by this test itself; see BenchProcess.
                    .filter(line -> !line.startsWith("warning: JDK_JAVA_OPTIONS is set"))
                    .toList();
            assertThat(exit).as(said.toString()).isEqualTo(ExitCode.ENVIRONMENT.code());
            assertThat(said).hasSize(1);
            assertThat(said.get(0)).startsWith("run-bench: ").contains(words);
            assertThat(bench.stdout()).isEmpty();
        }
        SecuredSweep.assertNowhere(own, CANARY);
        assertThat(own.resolve("results")).isEmptyDirectory();
    }

    private static String address(int port) {
        return "127.0.0.1:" + port;
    }

    private static ServerSocket tls(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, CANARY.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, CANARY.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    }

    private static void serve(ServerSocket server) {
        Thread thread = new Thread(
                () -> {
                    while (!server.isClosed()) {
                        try (Socket socket = server.accept()) {
                            socket.getInputStream().read();
                        } catch (IOException e) {
                            continue; // the client does not like the certificate: that is what it is for
                        }
                    }
                },
                "expired");
        thread.setDaemon(true);
        thread.start();
    }
}
