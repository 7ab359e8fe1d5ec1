package io.producerbench.guarantees.faults;

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
 * Stands before one listener of one broker, on 127.0.0.1. A fault is in force when the method that
 * made it returns, and ends when it is closed. Several faults at once add up. Faults hit whole
 * requests and responses, never parts. Thread-safe.
 */
public final class Proxy {

    static final String HOST = "127.0.0.1";

    private static final int BACKLOG = 128;

    private final ServerSocket server;
    private final Thread acceptor;
    private final Set<Link> links = new HashSet<>();
    private final FaultRegistry registry;
    private volatile int brokerPort;

    private Proxy(String place, ServerSocket server) {
        this.server = server;
        this.acceptor = new Thread(this::accept, place);
        this.registry = new FaultRegistry(place, () -> links.forEach(Link::wake));
    }

    /**
     * Opens a proxy that accepts connections at {@link #port()}. They lead nowhere before
     * {@link #aim}.
     */
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

    /** Makes new connections lead to this port of 127.0.0.1. */
    void aim(int port) {
        brokerPort = port;
    }

    /**
     * Withholds everything in both directions on all connections. New connections must wait too.
     */
    public Fault hold() {
        return registry.ask(() -> {
            ArmedFault fault = registry.arm(FaultSpec.everything(FaultAction.HOLD));
            links.forEach(link -> link.stop(fault));
            return fault;
        });
    }

    /**
     * Closes all connections at once. Frames withheld or swallowed on them are lost. New
     * connections are accepted.
     */
    public void cut() {
        close(link -> true);
    }

    /**
     * Lets the next {@code count} requests reach the broker and awaits its responses, which prove
     * that it has acted. Then drops the responses and closes their connections towards the client.
     * Later responses on these connections are lost too.
     */
    public Fault dropResponses(Api api, int count) {
        return arm(FaultSpec.next(FaultAction.DROP_RESPONSES, api, count));
    }

    /**
     * Swallows the next {@code count} requests: they never reach the broker, and their connections
     * stay open. Everything that follows on these connections is lost too, and is not counted
     * unless it is one of the {@code count} requests.
     */
    public Fault swallowRequests(Api api, int count) {
        return arm(FaultSpec.next(FaultAction.SWALLOW_REQUESTS, api, count));
    }

    /**
     * Withholds such requests, and everything that follows them on their connections in the same
     * direction.
     */
    public Fault withholdRequests(Api api) {
        return arm(FaultSpec.all(FaultAction.WITHHOLD_REQUESTS, api));
    }

    /**
     * Withholds the next {@code count} such requests, and everything that follows them on their
     * connections. They reach the broker when the fault ends, even if the client has given the
     * connection up.
     */
    public Fault withholdRequests(Api api, int count) {
        return arm(FaultSpec.next(FaultAction.WITHHOLD_REQUESTS, api, count));
    }

    /**
     * Withholds the responses to such requests, and everything that follows them on their
     * connections in the same direction.
     */
    public Fault withholdResponses(Api api) {
        return arm(FaultSpec.all(FaultAction.WITHHOLD_RESPONSES, api));
    }

    /**
     * Delays each response to such a request by {@code delay}. The order of the responses stays the
     * same.
     */
    public Fault delayResponses(Api api, Duration delay) {
        return arm(FaultSpec.late(FaultAction.DELAY_RESPONSES, api, delay));
    }

    /**
     * Returns how many such requests have arrived so far, including withheld and swallowed ones.
     */
    public long requests(Api api) {
        return registry.seen(FrameDirection.REQUEST, api);
    }

    /**
     * Returns how many responses to such requests have arrived so far, including withheld and
     * dropped ones.
     */
    public long responses(Api api) {
        return registry.seen(FrameDirection.RESPONSE, api);
    }

    private Fault arm(FaultSpec spec) {
        return registry.ask(() -> registry.arm(spec));
    }

    /** True if this proxy has no fault and withholds nothing. */
    boolean isIdle() {
        return registry.ask(() -> registry.isEmpty() && links.stream().noneMatch(Link::isWithholding));
    }

    /** Ends every fault of this proxy. The withheld frames are then being delivered. */
    void endFaults() {
        registry.endAll();
    }

    /**
     * When this returns, no frame is withheld, and no client waits for the response to a swallowed
     * request. Connections that do not get there in time are closed.
     */
    void settle() {
        registry.awaitSettled(() -> links.stream().noneMatch(Link::isWithholding));
        close(link -> link.isWithholding() || link.hasSwallowed());
    }

    /** When this returns, the proxy does not listen any more, and no connection is left. */
    void close() {
        try {
            server.close();
            // The port stays open until the thread has returned from accept().
            acceptor.join();
        } catch (IOException e) {
            throw new UncheckedIOException("could not close " + registry.place(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        endFaults();
        cut();
    }

    private void close(Predicate<Link> doomed) {
        registry.ask(() -> links.stream().filter(doomed).toList()).forEach(Link::close);
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
                throw new UncheckedIOException("expected to accept connections at " + registry.place(), e);
            }
            add(new Link(registry, client, () -> brokerPort, links::remove));
        }
    }

    private void add(Link link) {
        registry.locked(() -> {
            links.add(link);
            link.open();
        });
        if (server.isClosed()) {
            link.close();
        }
    }
}
