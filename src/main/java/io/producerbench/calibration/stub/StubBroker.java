package io.producerbench.calibration.stub;

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
 * A broker that follows a script, and keeps records only where consumers are to read them. One
 * thread reads, counts and answers. {@link StubProcess} runs it as a process of its own, so that it
 * takes no more of the producer's JVM than a real broker does.
 */
final class StubBroker implements AutoCloseable {
    static final String HOST = "127.0.0.1";

    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    /**
     * A selector waits for whole milliseconds. In the last two before a reply is due, the broker
     * sleeps for this long.
     */
    private static final long NAP_NANOS = 20_000;

    private final StubCommands commands = new StubCommands();
    private final Withheld withheld = new Withheld();
    private final List<Connection> connections = new ArrayList<>();
    private final ReferenceRecorder recorder;
    private final KeptLogs kept;
    private final Selector selector;
    private final ServerSocketChannel server;
    private final Requests requests;
    private final StubControl control;

    private StubBroker(StubScript script) throws IOException {
        recorder = new ReferenceRecorder(script.keepTruth());
        selector = Selector.open();
        server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getByName(HOST), 0));
        server.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
        ReadFaults faults = new ReadFaults();
        kept = new KeptLogs(script, faults, recorder);
        StubTopics topics = new StubTopics(script.partitions(), kept);
        requests = new Requests(script, new Directory(HOST, port(), topics), topics, recorder, faults);
        control = new StubControl(withheld, faults, requests, recorder);
    }

    /**
     * The arguments are the file of the script, and the file to write the port to when the broker
     * is up.
     */
    public static void main(String[] arguments) throws IOException {
        StubScript script = StubScript.of(SettingsFile.read(Path.of(arguments[0])));
        try (StubBroker broker = new StubBroker(script)) {
            broker.commands.listen(System.in, broker.selector::wakeup);
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
        while (!commands.ended()) {
            for (String command = commands.next(); command != null; command = commands.next()) {
                control.execute(command);
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
        Connection connection = new Connection(channel, key, requests, withheld, recorder);
        key.attach(connection);
        connections.add(connection);
    }

    private static void read(Connection connection) throws IOException {
        try {
            connection.read();
        } catch (IOException e) {
            // The client closed the connection without notice.
            connection.close();
        }
    }

    /**
     * Shows consumers what is due, and sends what is due on any connection. Returns the nanoseconds
     * until the next of both.
     */
    private long send() throws IOException {
        long next = kept.show();
        for (Connection connection : connections) {
            try {
                next = Math.min(next, connection.send());
            } catch (IOException e) {
                connection.close();
            }
        }
        return next;
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
