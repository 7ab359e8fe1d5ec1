package io.producerbench.cluster;

import java.nio.file.Path;

/** A program that starts brokers, says where, and never closes them. */
final class OrphanedCluster {
    private OrphanedCluster() {}

    public static void main(String[] arguments) throws InterruptedException {
        Cluster cluster = ClusterKind.PROCESSES.start(ClusterSpec.of(arguments[0], Path.of(arguments[1])));
        System.out.println("up in " + cluster.dataDirectory().orElseThrow());
        Thread.currentThread().join();
    }
}
