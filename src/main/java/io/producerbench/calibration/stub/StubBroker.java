package io.producerbench.calibration.stub;

import io.producerbench.calibration.stub.ReferenceLog.Withholding;
import io.producerbench.process.SettingsFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A broker that keeps no records and acts by a script: one thread, which reads, counts and answers. Run as a process of its
 * own by {@link StubProcess}, so that it costs the producer under test no more of its JVM than a real broker.
 */
final class StubBroker implements AutoCloseable {
    static final String HOST = "127.0.0.1";

    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    /** A selector counts in milliseconds; for the last two before a reply is due the broker naps instead. */
    private static final long NAP_NANOS = 20_000;

    private final StubCommands orders = new StubCommands();
    private final Withheld withheld = new Withheld();
    private final List<Connection> connections = new ArrayList<>();
    private final ReferenceRecorder truth;
    private final Selector selector;
    private final ServerSocketChannel server;
    private final Requests requests;

    private StubBroker(StubScript script) throws IOException {
        truth = new ReferenceRecorder(script.keepTruth());
        selector = Selector.open();
        server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getByName(HOST), 0));
        server.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
        StubTopics topics = new StubTopics(script.partitions());
        requests = new Requests(script, new Directory(HOST, port(), topics), topics, truth);
    }

    /** The arguments are the file of the script, and the file to write the port to when the broker is up. */
    public static void main(String[] arguments) throws IOException {
        StubScript script = StubScript.of(SettingsFile.read(Path.of(arguments[0])));
        try (StubBroker broker = new StubBroker(script)) {
            broker.orders.listen(System.in, broker.selector::wakeup);
            broker.announce(Path.of(arguments[1]));
            broker.run();
        }
    }

    private int port() {
        return server.socket().getLocalPort();
    }

    private void announce(Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(unfinished, Integer.toString(port()));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void run() throws IOException {
        while (!orders.ended()) {
            for (String order = orders.next(); order != null; order = orders.next()) {
                carryOut(order);
            }
            await(send());
            for (SelectionKey key : selector.selectedKeys()) {
                if (key.isAcceptable()) {
                    accept();
                } else if (key.isReadable()) {
                    read((Connection) key.attachment());
                }
            }
            selector.selectedKeys().clear();
            connections.removeIf(connection -> !connection.isOpen());
        }
    }

    private void await(long nanos) throws IOException {
        if (nanos == Connection.NOTHING_DUE) {
            selector.select();
        } else if (nanos > 2 * MILLI) {
            selector.select(nanos / MILLI - 1);
        } else {
            LockSupport.parkNanos(Math.min(nanos, NAP_NANOS));
            selector.selectNow();
        }
    }

    private void accept() throws IOException {
        SocketChannel channel = server.accept();
        if (channel == null) {
            return;
        }
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        Connection connection = new Connection(channel, key, requests, withheld, truth);
        key.attach(connection);
        connections.add(connection);
    }

    private static void read(Connection connection) throws IOException {
        try {
            connection.read();
        } catch (IOException e) {
            // The client is gone without saying goodbye; a broker does not mind.
            connection.close();
        }
    }

    /** Sends what is due on any connection; in how many nanoseconds the next reply is. */
    private long send() throws IOException {
        long next = Connection.NOTHING_DUE;
        for (Connection connection : connections) {
            try {
                next = Math.min(next, connection.send());
            } catch (IOException e) {
                connection.close();
            }
        }
        return next;
    }

    private void carryOut(String order) throws IOException {
        String[] words = order.split(" ", 2);
        switch (words[0]) {
            case "withhold-produce" -> withhold(ReplyKind.PRODUCE, Long.parseLong(words[1]));
            case "withhold-end-txn" -> withhold(ReplyKind.END_TXN, Long.parseLong(words[1]));
            case "log" -> truth.write(Path.of(words[1]));
            default ->
                throw new IllegalArgumentException(
                        "expected withhold-produce NS, withhold-end-txn NS or log FILE, got " + order);
        }
    }

    private void withhold(ReplyKind kind, long nanos) {
        long from = System.nanoTime();
        withheld.until(kind, from + nanos);
        truth.withheld(new Withholding(kind, from, from + nanos));
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : connections) {
            connection.close();
        }
        server.close();
        selector.close();
    }
}
