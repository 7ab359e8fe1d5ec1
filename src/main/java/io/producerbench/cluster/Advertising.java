package io.producerbench.cluster;

/** Decides where a listener tells others to find it. */
@FunctionalInterface
public interface Advertising {

    /** Everyone connects to the broker itself. */
    Advertising DIRECT = (broker, listener, port) -> port;

    /**
     * The port on 127.0.0.1 to be advertised for a listener bound to {@code port}. Called before the broker starts; again,
     * with another port, if a start is retried.
     */
    int advertised(int broker, Listener listener, int port);
}
