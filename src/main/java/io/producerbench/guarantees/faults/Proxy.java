package io.producerbench.guarantees.faults;

import io.producerbench.guarantees.faults.FaultAction.Direction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Stands before one listener of one broker, on 127.0.0.1. A fault is in force when the method that made it returns, and ends
 * when it is closed; several at once add up. Whole requests and responses are hit, never parts. Safe for use by several threads.
 */
public final class Proxy {

    static final String HOST = "127.0.0.1";

    private static final int BACKLOG = 128;

    private final ServerSocket server;
    private final Thread acceptor;
    private final Set<Link> links = new HashSet<>();
    private final FaultRegistry rules;
    private volatile int target;

    private Proxy(String place, ServerSocket server) {
        this.server = server;
        this.acceptor = new Thread(this::accept, place);
        this.rules = new FaultRegistry(place, () -> links.forEach(Link::wake));
    }

    /** When this returns, connections are accepted at {@link #port()}, but lead nowhere before {@link #aim}. */
    static Proxy open(String place) {
        Proxy proxy;
        try {
            proxy = new Proxy(place, new ServerSocket(0, BACKLOG, InetAddress.getByName(HOST)));
        } catch (IOException e) {
            throw new UncheckedIOException("could not open " + place + " on " + HOST, e);
        }
        proxy.acceptor.setDaemon(true);
        proxy.acceptor.start();
        return proxy;
    }

    int port() {
        return server.getLocalPort();
    }

    /** From now on connections lead to this port of 127.0.0.1. */
    void aim(int port) {
        target = port;
    }

    /** Withholds everything both ways on all connections, and lets new ones wait. */
    public Fault hold() {
        return rules.ask(() -> {
            ArmedFault fault = rules.arm(FaultSpec.everything(FaultAction.HOLD));
            links.forEach(link -> link.stop(fault));
            return fault;
        });
    }

    /** Closes all connections at once. What was withheld or swallowed on them is gone for good. New ones are accepted. */
    public void cut() {
        close(link -> true);
    }

    /**
     * Lets the next {@code count} requests reach the broker and awaits its responses, which prove that it has acted; discards
     * them and closes their connections towards the client. What the broker answers later on these is gone too.
     */
    public Fault dropResponses(Api api, int count) {
        return arm(FaultSpec.next(FaultAction.DROP_RESPONSES, api, count));
    }

    /**
     * Takes the next {@code count} requests away: they never reach the broker, and their connections stay open. Whatever follows
     * them on these is lost too, uncounted if it is not one of them.
     */
    public Fault swallowRequests(Api api, int count) {
        return arm(FaultSpec.next(FaultAction.SWALLOW_REQUESTS, api, count));
    }

    /** Withholds such requests, and whatever follows them on their connections in the same direction. */
    public Fault withholdRequests(Api api) {
        return arm(FaultSpec.all(FaultAction.WITHHOLD_REQUESTS, api));
    }

    /**
     * Withholds the next {@code count} such requests, and whatever follows them on their connections. If the client gives such a
     * connection up, they still reach the broker when the fault ends.
     */
    public Fault withholdRequests(Api api, int count) {
        return arm(FaultSpec.next(FaultAction.WITHHOLD_REQUESTS, api, count));
    }

    /** Withholds the responses to such requests, and whatever follows them on their connections in the same direction. */
    public Fault withholdResponses(Api api) {
        return arm(FaultSpec.all(FaultAction.WITHHOLD_RESPONSES, api));
    }

    /** Lets each response to such a request leave so much later than it came, in the order in which they came. */
    public Fault delayResponses(Api api, Duration delay) {
        return arm(FaultSpec.late(FaultAction.DELAY_RESPONSES, api, delay));
    }

    /** How many such requests have come so far, withheld and swallowed ones too. */
    public long requests(Api api) {
        return rules.seen(Direction.REQUEST, api);
    }

    /** How many responses to such requests the broker has given so far, withheld and dropped ones too. */
    public long responses(Api api) {
        return rules.seen(Direction.RESPONSE, api);
    }

    private Fault arm(FaultSpec wanted) {
        return rules.ask(() -> rules.arm(wanted));
    }

    /** Whether there is no fault here and nothing is left that was withheld. */
    boolean isIdle() {
        return rules.ask(() -> rules.isEmpty() && links.stream().noneMatch(Link::isWithholding));
    }

    /** When this returns, no fault is here; what they withheld is on its way. */
    void endFaults() {
        rules.endAll();
    }

    /**
     * When this returns, nothing is left that was withheld, and no client waits for the answer to a swallowed request:
     * connections on which that cannot be had in time are closed.
     */
    void settle() {
        rules.awaitSettled(() -> links.stream().noneMatch(Link::isWithholding));
        close(link -> link.isWithholding() || link.hasSwallowed());
    }

    /** When this returns, nothing is listened to and no connection is left. */
    void close() {
        try {
            server.close();
            // The port is listened to for as long as a thread has not come back from accepting.
            acceptor.join();
        } catch (IOException e) {
            throw new UncheckedIOException("could not close " + rules.place(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        endFaults();
        cut();
    }

    private void close(Predicate<Link> doomed) {
        rules.ask(() -> links.stream().filter(doomed).toList()).forEach(Link::close);
    }

    private void accept() {
        while (!server.isClosed()) {
            Socket client;
            try {
                client = server.accept();
            } catch (IOException e) {
                if (server.isClosed()) {
                    return;
                }
                throw new UncheckedIOException("expected to accept connections at " + rules.place(), e);
            }
            add(new Link(rules, client, () -> target, links::remove));
        }
    }

    private void add(Link link) {
        rules.locked(() -> {
            links.add(link);
            link.open();
        });
        if (server.isClosed()) {
            link.close();
        }
    }
}
