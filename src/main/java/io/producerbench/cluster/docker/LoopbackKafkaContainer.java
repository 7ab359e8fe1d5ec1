package io.producerbench.cluster.docker;

import io.producerbench.cluster.node.BrokerAddress;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** A broker that advertises an address on 127.0.0.1, chosen before it started. */
final class LoopbackKafkaContainer extends KafkaContainer {

    private final String advertised;

    LoopbackKafkaContainer(DockerImageName image, BrokerAddress address) {
        super(image);
        this.advertised = address.bootstrapServer();
    }

    /**
     * Returns the address that the start script advertises. Not {@code localhost}, which may be an
     * IPv6 address first.
     */
    @Override
    public String getBootstrapServers() {
        return advertised;
    }
}
