package io.producerbench.cluster;

/** Decides where a listener tells others to find it. */
@FunctionalInterface
public interface Advertising {

    /** Clients and brokers connect to the broker itself. */
    Advertising DIRECT = (broker, listener, port) -> port;

    /**
     * Returns the port on 127.0.0.1 to advertise for a listener bound to {@code port}. Called
     * before the broker starts, and again with another port if a start is retried.
     */
    int advertised(int broker, Listener listener, int port);
}
