package io.producerbench.cluster.docker;

import io.producerbench.cluster.ClusterSpec;
import io.producerbench.cluster.DockerSpec;
import io.producerbench.cluster.TestBrokers;
import java.nio.file.Path;
import java.util.Optional;

/** The brokers in containers that tests start, and what of them is left in Docker. */
public final class TestContainers {

    private TestContainers() {}

    /** From the image that the build was told, little of it. */
    public static ClusterSpec spec() {
        String image = System.getProperty("kafka.image", "apache/kafka:" + TestBrokers.VERSION);
        return TestBrokers.spec().withDocker(new DockerSpec(Optional.of(image), Path.of("")));
    }

    /** Containers of ours and whatever else there is of them, as Docker counts now. */
    static Left left(Docker docker) {
        return new Left(
                docker.client().listContainersCmd().withShowAll(true).exec().size(),
                docker.client().listVolumesCmd().exec().getVolumes().size(),
                docker.client().listNetworksCmd().exec().size());
    }

    record Left(int containers, int volumes, int networks) {}
}
