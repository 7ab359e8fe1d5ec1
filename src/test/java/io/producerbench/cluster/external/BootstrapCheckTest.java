package io.producerbench.cluster.external;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.producerbench.cluster.BootstrapServers;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that are no broker, or not there; the answers of real brokers are tested on brokers. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BootstrapCheckTest {

    /**
     * The response of version 0 to the first request: no error, and no request that is supported.
     */
    private static final byte[] API_VERSIONS = {0, 0, 0, 10, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0};

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

    @Test
    void a_web_server_is_no_broker() throws IOException {
        HttpServer web = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        web.start();
        try {
            assertWrongListener(web.getAddress().getPort());
        } finally {
            web.stop(0);
        }
    }

    /** A TLS alert, a length of a gigabyte, another request's response, and nothing at all. */
    static Stream<byte[]> strangeAnswers() {
        return Stream.of(
                new byte[] {0x15, 3, 3, 0, 2, 2, 80},
                new byte[] {0x40, 0, 0, 0, 0, 0, 0, 1},
                new byte[] {0, 0, 0, 10, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0},
                new byte[0]);
    }

    @ParameterizedTest
    @MethodSource("strangeAnswers")
    void an_answer_that_is_not_to_an_api_versions_request_is_told(byte[] answer) throws IOException {
        try (Answering strange = new Answering(answer)) {
            assertWrongListener(strange.port());
        }
    }

    private static void assertWrongListener(int port) {
        assertThatThrownBy(() -> require("127.0.0.1:" + port, "SASL_PLAINTEXT"))
                .isInstanceOf(ClusterException.class)
                .hasMessageContainingAll(
                        "127.0.0.1:" + port + " did not answer an ApiVersions request",
                        "security.protocol=SASL_PLAINTEXT",
                        "--bootstrap-server");
    }

    @Test
    void a_broker_is_let_through_and_tls_is_left_to_the_client() throws IOException {
        try (Answering broker = new Answering(API_VERSIONS);
                Answering tls = new Answering(new byte[0])) {
            assertThatCode(() -> require("127.0.0.1:" + broker.port(), "SASL_PLAINTEXT"))
                    .doesNotThrowAnyException();
            assertThatCode(() -> require("127.0.0.1:" + tls.port(), "SASL_SSL")).doesNotThrowAnyException();
        }
    }

    @Test
    void a_port_where_nothing_listens_and_a_host_that_is_not_there_are_told_apart() throws IOException {
        int port = unused();
        assertThatThrownBy(() -> require("127.0.0.1:" + port, "PLAINTEXT"))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("nothing listens at 127.0.0.1:" + port + ": ");
        assertThatThrownBy(() -> require("no-such-host.invalid:9092", "PLAINTEXT"))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("no-such-host.invalid:9092");
    }

    @Test
    void one_dead_server_of_several_is_no_trouble_unless_a_broker_advertises_it() throws IOException {
        try (Answering broker = new Answering(API_VERSIONS)) {
            String servers = "127.0.0.1:" + unused() + ",127.0.0.1:" + broker.port();

            assertThatCode(() -> require(servers, "PLAINTEXT")).doesNotThrowAnyException();
            assertThatThrownBy(() -> BootstrapCheck.requireAdvertised(
                            ClientProperties.plaintext(servers), BootstrapServers.parse(servers)))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("advertised.listeners");
        }
    }

    /** Where {@code localhost} is 127.0.0.1 and ::1 too, only one of them listens here. */
    @Test
    void every_address_of_a_name_is_tried() throws IOException {
        try (Answering broker = new Answering(API_VERSIONS)) {
            assertThatCode(() -> require("localhost:" + broker.port(), "PLAINTEXT"))
                    .doesNotThrowAnyException();
        }
    }

    private static void require(String servers, String protocol) {
        BootstrapCheck.require(
                new ClientProperties(servers, Map.of("security.protocol", protocol)), BootstrapServers.parse(servers));
    }

    private static int unused() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return free.getLocalPort();
        }
    }
}
