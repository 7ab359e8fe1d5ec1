package io.producerbench.load;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LeaderConnectionTest {
    private static final int PROMISED = 100;

    @Test
    void an_answer_that_ends_early_is_an_error_of_the_connection() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket broker = new ServerSocket(0, 1, loopback);
                LeaderConnection connection =
                        new LeaderConnection(loopback.getHostAddress(), broker.getLocalPort(), "topic", List.of(0))) {
            connection.ask();
            try (Socket asked = broker.accept()) {
                DataOutputStream answer = new DataOutputStream(asked.getOutputStream());
                answer.writeInt(PROMISED);
                answer.write(new byte[PROMISED / 2]);
                asked.shutdownOutput();

                assertThatThrownBy(connection::answer).isInstanceOf(EOFException.class);
            }
        }
    }
}
