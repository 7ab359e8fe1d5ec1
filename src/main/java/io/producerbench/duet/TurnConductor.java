package io.producerbench.duet;

import io.producerbench.failure.FailedStepException;
import io.producerbench.text.Durations;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * Gives the turn to one of two forks at a time; {@link io.producerbench.load.Turns} is the forks'
 * side. It waits in blocking reads, so it uses no CPU time while a fork measures.
 */
final class TurnConductor implements AutoCloseable {
    private static final int MESSAGE = 1;
    private static final int FORKS = 2;
    private static final int ACCEPT_MILLIS = 200;

    private final ServerSocket server;
    private final TurnLimit limit;

    /**
     * How long a fork may take from one message to the next.
     *
     * @param longest after which a fork is taken for one that hangs
     * @param onHang ends the forks, because one that hangs does not notice that its connection is closed
     */
    record TurnLimit(Duration longest, Runnable onHang) {
        private int socketMillis() {
            return (int) Math.min(Integer.MAX_VALUE, longest.toMillis());
        }
    }

    private TurnConductor(ServerSocket server, TurnLimit limit) {
        this.server = server;
        this.limit = limit;
    }

    /** Listens on a free port of the loopback interface. */
    static TurnConductor open(TurnLimit limit) {
        try {
            ServerSocket server = new ServerSocket(0, FORKS, InetAddress.getLoopbackAddress());
            server.setSoTimeout(ACCEPT_MILLIS);
            return new TurnConductor(server, limit);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on the loopback interface", e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** The connection to one fork, which is idle. */
    static final class Seat implements AutoCloseable {
        private final Socket socket;
        private final TurnLimit limit;
        private final long pid;

        /** Reads which process is at the other end. */
        private Seat(Socket socket, TurnLimit limit) throws IOException {
            this.socket = socket;
            this.limit = limit;
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(limit.socketMillis());
            pid = new DataInputStream(socket.getInputStream()).readLong();
        }

        /** Returns the id of the fork's process. */
        long pid() {
            return pid;
        }

        /** Lets the fork have a turn, and returns when it is idle again. */
        void turn() throws IOException {
            go();
            awaitIdle();
        }

        private void go() throws IOException {
            socket.getOutputStream().write(MESSAGE);
        }

        private void awaitIdle() throws IOException {
            try {
                if (socket.getInputStream().read() < 0) {
                    throw new IOException("the fork ended");
                }
            } catch (SocketTimeoutException e) {
                limit.onHang().run();
                throw new IOException("the fork did not end its turn within " + Durations.text(limit.longest()), e);
            }
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Waits until a fork has connected and is idle.
     *
     * @param hasEnded true if the fork ended without having connected
     * @throws FailedStepException if it ended before it was idle
     */
    Seat seat(BooleanSupplier hasEnded) {
        try {
            Seat seat = new Seat(connected(hasEnded), limit);
            seat.awaitIdle();
            return seat;
        } catch (IOException e) {
            throw new FailedStepException("a fork ended before its first turn: " + e.getMessage(), e);
        }
    }

    private Socket connected(BooleanSupplier hasEnded) throws IOException {
        while (true) {
            try {
                return server.accept();
            } catch (SocketTimeoutException noForkYet) {
                if (hasEnded.getAsBoolean()) {
                    throw new FailedStepException("a fork ended before its first turn");
                }
            }
        }
    }

    /**
     * Gives both forks {@code pairs} turns. Which of them goes first is drawn anew in every pair,
     * because an order that repeats would favour an arm if the brokers have a rhythm of their own.
     * Then it lets both end.
     *
     * @throws FailedStepException if a fork ends before
     */
    static void conduct(Seat base, Seat other, int pairs, Random coin) {
        try {
            for (int pair = 0; pair < pairs; pair++) {
                List<Seat> order =
                        PairOrder.toss(coin) == PairOrder.BASE_FIRST ? List.of(base, other) : List.of(other, base);
                order.get(0).turn();
                order.get(1).turn();
            }
            base.go();
            other.go();
        } catch (IOException e) {
            throw new FailedStepException("a fork ended before its last turn: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
