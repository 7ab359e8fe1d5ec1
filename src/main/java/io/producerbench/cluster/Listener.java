package io.producerbench.cluster;

/** The listeners of a broker: one for clients, one for the other brokers. */
public enum Listener {
    CLIENT,
    REPLICATION
}
