package io.producerbench.guarantees.faults;

import io.producerbench.cluster.Advertising;
import io.producerbench.cluster.Listener;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All proxies of one cluster: each listener of each broker is advertised at a proxy. Open it before
 * the cluster and close it after the cluster.
 */
public final class Network implements Advertising, AutoCloseable {

    private final Map<String, Proxy> proxies = new TreeMap<>();
    private boolean closed;

    private Network() {}

    /**
     * Opens a network without proxies. A proxy is added when a broker asks for its advertised port.
     */
    public static Network open() {
        return new Network();
    }

    /** Returns the port of the proxy that leads to this port. It is the same on every call. */
    @Override
    public synchronized int advertised(int broker, Listener listener, int port) {
        if (closed) {
            throw new IllegalStateException("expected an open network for " + place(broker, listener)
                    + ", got a closed one: open another for another cluster");
        }
        Proxy proxy = proxies.computeIfAbsent(place(broker, listener), Proxy::open);
        proxy.aim(port);
        return proxy.port();
    }

    /** Returns the proxy before this listener. */
    public synchronized Proxy at(int broker, Listener listener) {
        Proxy proxy = proxies.get(place(broker, listener));
        if (proxy == null) {
            throw new IllegalArgumentException("expected one of " + proxies.keySet() + ", got "
                    + place(broker, listener) + ": was the cluster started with this network?");
        }
        return proxy;
    }

    /**
     * Ends every fault. When this returns, all proxies are idle, and no client waits for the
     * response to a swallowed request. A connection is closed if its receiver does not take the
     * withheld frames within seconds.
     */
    public void heal() {
        // Faults end everywhere first, because one proxy may withhold what another waits for.
        all().forEach(Proxy::endFaults);
        all().forEach(Proxy::settle);
    }

    /** True if no proxy has a fault or withholds anything. */
    public boolean isIdle() {
        return all().stream().allMatch(Proxy::isIdle);
    }

    /**
     * When this returns, no proxy listens and no connection is left. Closing again does nothing.
     */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        all().forEach(Proxy::close);
    }

    private synchronized List<Proxy> all() {
        return List.copyOf(proxies.values());
    }

    private static String place(int broker, Listener listener) {
        return "the proxy of broker " + broker + ", " + listener;
    }
}
