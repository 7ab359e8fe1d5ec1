package io.producerbench.cluster.processes;

import io.producerbench.cluster.BrokerControl;
import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.ClusterSpec;
import io.producerbench.cluster.TestBrokers;
import io.producerbench.cluster.docker.TestContainers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A program that starts brokers, hurts them if told so, says where, and never closes them. */
public final class OrphanedCluster {
    /** An argument: brokers 1 and 2 are paused, 2 after a restart, and 3 is dead. */
    public static final String HURT = "hurt";

    private OrphanedCluster() {}

    /**
     * Arguments: version, jars, and of those that may follow the label of another kind than
     * processes.
     */
    public static void main(String[] arguments) throws InterruptedException {
        List<String> told = List.of(arguments);
        ClusterKind kind = Arrays.stream(ClusterKind.values())
                .filter(known -> told.contains(known.label()))
                .findFirst()
                .orElse(ClusterKind.PROCESSES);
        ClusterSpec spec = ClusterSpec.of(arguments[0], Path.of(arguments[1]))
                .withDocker(TestContainers.spec().docker());
        boolean hurt = told.contains(HURT);
        Cluster cluster = kind.start(hurt ? TestBrokers.alert(spec) : spec);
        if (hurt) {
            BrokerControl control = cluster.control().orElseThrow();
            control.kill(2);
            control.restart(2);
            control.kill(3);
            control.pause(1);
            control.pause(2);
        }
        System.out.println(
                "up in " + cluster.dataDirectory().map(Path::toString).orElse("containers"));
        Thread.currentThread().join();
    }
}
