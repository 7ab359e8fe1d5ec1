package io.producerbench.cluster;

/** Which listener of a broker: clients use the one, the other brokers the other. */
public enum Listener {
    CLIENT,
    REPLICATION
}
