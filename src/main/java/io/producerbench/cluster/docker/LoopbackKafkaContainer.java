package io.producerbench.cluster.docker;

import io.producerbench.cluster.node.BrokerAddress;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** A broker that tells its clients an address on 127.0.0.1 which was chosen before it started. */
final class LoopbackKafkaContainer extends KafkaContainer {

    private final String advertised;

    LoopbackKafkaContainer(DockerImageName image, BrokerAddress address) {
        super(image);
        this.advertised = address.bootstrapServer();
    }

    /** What the start script advertises: where {@code localhost} is an IPv6 address first, the usual name would not do. */
    @Override
    public String getBootstrapServers() {
        return advertised;
    }
}
