package io.producerbench.load;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;

/**
 * The fork's side of taking turns with the fork of another arm. Both forks hold a connection to the
 * program that started them. A fork first writes the id of its process, because JMH does not tell
 * it. Then it writes one byte when it is idle, and reads one byte when its turn begins; the next
 * byte that it writes ends the turn.
 *
 * <p>A read that waits on a loopback connection uses no CPU time and wakes up within a fraction of
 * a millisecond, which is far less than the lead-in that each turn begins with. A fork without the
 * system property {@value #PROPERTY} measures alone, and its turn is always.
 */
public final class Turns implements AutoCloseable {
    /** The system property that names the port on the loopback interface. */
    public static final String PROPERTY = "producerbench.turns";

    /** Any byte means the same, because a connection has only one message in each direction. */
    private static final int MESSAGE = 1;

    private final Optional<Socket> connection;

    private Turns(Optional<Socket> connection) {
        this.connection = connection;
    }

    /** Connects to the program that started this JVM, if that program named a port. */
    public static Turns joined() {
        return Optional.ofNullable(Integer.getInteger(PROPERTY))
                .map(Turns::joined)
                .orElseGet(() -> new Turns(Optional.empty()));
    }

    /** Connects to this port of the loopback interface. */
    static Turns joined(int port) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            new DataOutputStream(socket.getOutputStream())
                    .writeLong(ProcessHandle.current().pid());
            return new Turns(Optional.of(socket));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot reach the program that started this fork, on port " + port, e);
        }
    }

    /**
     * Tells that this fork is idle, and returns when its turn begins. Nothing may be in flight when
     * it is called.
     *
     * @throws IllegalStateException if there will be no further turn
     */
    public void await() {
        connection.ifPresent(Turns::await);
    }

    private static void await(Socket socket) {
        try {
            socket.getOutputStream().write(MESSAGE);
            if (socket.getInputStream().read() < 0) {
                throw new IllegalStateException("the turns ended early: the other arm's fork ended, or the run did");
            }
        } catch (IOException e) {
            throw new IllegalStateException("the turns ended early: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        connection.ifPresent(Turns::close);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
