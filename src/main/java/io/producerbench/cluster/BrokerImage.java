package io.producerbench.cluster;

/**
 * The software in the brokers' containers, read from a container.
 *
 * @param name the name that Docker was given
 * @param id Docker's digest of its contents
 * @param kafkaVersion the version of the jars in it
 * @param java the first line of its {@code java -version}; empty if there is none
 */
public record BrokerImage(String name, String id, String kafkaVersion, String java) {

    /** Throws unless the image has this version, because results name it. */
    public void requireVersion(String wanted) {
        if (!kafkaVersion.equals(wanted)) {
            throw new ClusterException("expected brokers of Kafka " + wanted + ", got image " + name + " with Kafka "
                    + kafkaVersion + ": give --broker-version " + kafkaVersion + ", or another --image");
        }
    }
}
