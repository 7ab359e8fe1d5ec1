package io.producerbench.guarantees.faults;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * Answers each request with its own text, as far as frames and correlation ids go in Kafka's
 * protocol.
 */
final class EchoBroker implements AutoCloseable {
    /** A request whose text starts so is never answered. */
    static final String SILENT = "silent";
    /** A request whose text starts so is answered after {@link #answer()}. */
    static final String LATER = "later";

    private final ServerSocket server;
    private final Thread acceptor = new Thread(this::accept, "echo broker, accept");
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch later = new CountDownLatch(1);

    private EchoBroker(ServerSocket server) {
        this.server = server;
    }

    static EchoBroker start() throws IOException {
        EchoBroker broker = new EchoBroker(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")));
        broker.acceptor.setDaemon(true);
        broker.acceptor.start();
        return broker;
    }

    int port() {
        return server.getLocalPort();
    }

    /** The texts of all requests so far, in the order in which they came. */
    List<String> received() {
        return List.copyOf(received);
    }

    void answer() {
        later.countDown();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = server.accept();
                connection.setTcpNoDelay(true);
                connections.add(connection);
                inBackground(() -> serve(connection));
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            DataInputStream in = new DataInputStream(connection.getInputStream());
            DataOutputStream out = new DataOutputStream(connection.getOutputStream());
            while (true) {
                int length = in.readInt();
                in.readInt(); // api key and version
                int correlation = in.readInt();
                byte[] text = in.readNBytes(length - 2 * Integer.BYTES);
                answer(out, correlation, text);
            }
        } catch (IOException e) {
            // The client has gone, or the test has ended.
            return;
        }
    }

    private void answer(DataOutputStream out, int correlation, byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.US_ASCII);
        received.add(text);
        if (text.startsWith(SILENT)) {
            return;
        }
        if (text.startsWith(LATER)) {
            awaitAnswer();
        }
        out.writeInt(Integer.BYTES + bytes.length);
        out.writeInt(correlation);
        out.write(bytes);
        out.flush();
    }

    private void awaitAnswer() {
        try {
            later.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "echo broker");
        thread.setDaemon(true);
        thread.start();
    }

    /** When this returns, nothing listens at its port, and no connection is left. */
    @Override
    public void close() throws IOException {
        later.countDown();
        server.close();
        try {
            // The port stays open until the thread has returned from accept(), and it may add a connection until then.
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
