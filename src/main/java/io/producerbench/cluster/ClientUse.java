package io.producerbench.cluster;

/** What clients will do on a cluster, for which it must give them more rights than to send records. */
public enum ClientUse {
    /** Producers are idempotent, which brokers before 3.0 have a right of its own for. */
    IDEMPOTENCE,

    /** Producers have transactions. */
    TRANSACTIONS,

    /** Consumers read what was sent. */
    READING
}
