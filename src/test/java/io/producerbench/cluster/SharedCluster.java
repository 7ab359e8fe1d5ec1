package io.producerbench.cluster;

/**
 * Brokers for every test class in this JVM that keeps to topics of its own and hurts no broker.
 * They are started when the first class asks for them, and end with the JVM.
 */
public final class SharedCluster {
    private static Cluster cluster;

    private SharedCluster() {}

    /** Returns the brokers, which the caller must not close. */
    public static synchronized Cluster get() {
        if (cluster == null) {
            cluster = ClusterKind.PROCESSES.start(TestBrokers.spec());
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::close, "closing"));
        }
        return cluster;
    }
}
