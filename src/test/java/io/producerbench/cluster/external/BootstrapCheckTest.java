package io.producerbench.cluster.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.producerbench.cluster.ClientProperties;
import io.producerbench.cluster.ClusterException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found out about servers before a client is let near them; what brokers say is tested on brokers. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BootstrapCheckTest {

    private static ClientProperties client(int port, String protocol) {
        return new ClientProperties("127.0.0.1:" + port, Map.of("security.protocol", protocol));
    }

    /** Answers the first bytes of every connection with these, and hangs up. */
    private static final class Answering implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));

        Answering(byte[] answer) throws IOException {
            Thread thread = new Thread(() -> serve(answer), "answering");
            thread.setDaemon(true);
            thread.start();
        }

        private void serve(byte[] answer) {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    DataInputStream in = new DataInputStream(socket.getInputStream());
                    in.readNBytes(in.readInt() & 0xfff);
                    new DataOutputStream(socket.getOutputStream()).write(answer);
                } catch (IOException e) {
                    continue; // the test looks at what the other side makes of it
                }
            }
        }

        int port() {
            return server.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAINTEXT", "SASL_SSL"})
    void a_web_server_is_told(String protocol) throws IOException {
        HttpServer web = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        web.start();
        try {
            int port = web.getAddress().getPort();
            assertThatThrownBy(() -> BootstrapCheck.require(client(port, protocol)))
                    .isInstanceOf(ClusterException.class)
                    .hasMessage("127.0.0.1:" + port + " speaks HTTP, and security.protocol=" + protocol
                            + " does not: give the port of a broker's listener");
        } finally {
            web.stop(0);
        }
    }

    @Test
    void an_alert_is_tls() throws IOException {
        try (Answering tls = new Answering(new byte[] {0x15, 3, 3, 0, 2, 2, 80})) {
            assertThatThrownBy(() -> BootstrapCheck.require(client(tls.port(), "PLAINTEXT")))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("speaks TLS, and security.protocol=PLAINTEXT does not");
        }
    }

    @Test
    void an_answer_of_a_gigabyte_is_not_waited_for() throws IOException {
        try (Answering strange = new Answering(new byte[] {0x40, 0, 0, 0, 0, 0, 0, 1})) {
            assertThatThrownBy(() -> BootstrapCheck.require(client(strange.port(), "PLAINTEXT")))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("speaks neither Kafka nor TLS");
        }
    }

    @Test
    void one_who_hangs_up_on_metadata_wants_sasl() throws IOException {
        try (Answering sasl = new Answering(new byte[] {0, 0, 0, 6, 0, 0, 0, 1, 0, 0})) {
            assertThatThrownBy(() -> BootstrapCheck.require(client(sasl.port(), "PLAINTEXT")))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("wants SASL, and security.protocol=PLAINTEXT does not");
            assertThatCode(() -> BootstrapCheck.require(client(sasl.port(), "SASL_PLAINTEXT")))
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> BootstrapCheck.require(client(sasl.port(), "SASL_SSL")))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("speaks Kafka without TLS");
        }
    }

    @Test
    void a_port_where_nothing_listens_and_a_host_that_is_not_there_are_told() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        assertThatThrownBy(() -> BootstrapCheck.require(client(port, "PLAINTEXT")))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("nothing listens at 127.0.0.1:" + port + ": ");
        assertThatThrownBy(() -> BootstrapCheck.require(ClientProperties.plaintext("no-such-host.invalid:9092")))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("no-such-host.invalid:9092");
    }

    @Test
    void one_dead_server_of_several_is_no_trouble() throws IOException {
        int dead;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            dead = free.getLocalPort();
        }
        try (Answering sasl = new Answering(new byte[] {0, 0, 0, 6, 0, 0, 0, 1, 0, 0})) {
            String servers = "127.0.0.1:" + dead + ",127.0.0.1:" + sasl.port();
            ClientProperties client = new ClientProperties(servers, Map.of("security.protocol", "SASL_PLAINTEXT"));

            assertThatCode(() -> BootstrapCheck.require(client)).doesNotThrowAnyException();
            assertThatThrownBy(() -> BootstrapCheck.requireAdvertised(client))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageEndingWith("(it is what a broker advertises: advertised.listeners)");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "host", "host:", "host:0", "host:65536", "host:x", ":9092", "a:1,,b:2", "http://a:1", "u@h:1"
            })
    void what_is_no_list_of_addresses_is_refused(String servers) {
        assertThatThrownBy(() -> Servers.require(servers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("expected host:port, and more of them after commas, got '");
    }

    @Test
    void addresses_are_read_as_kafka_reads_them() {
        assertThat(Servers.parse("a.example:9092, [::1]:9093"))
                .containsExactly(new FrontDoor("a.example", 9092), new FrontDoor("::1", 9093));
        assertThat(Servers.text(new FrontDoor("::1", 9093))).isEqualTo("[::1]:9093");
    }
}
