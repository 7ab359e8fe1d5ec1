package io.producerbench.cluster;

/**
 * What brokers in containers really run, asked of a container.
 *
 * @param name as Docker was given it
 * @param id Docker's digest of its contents
 * @param kafkaVersion of the jars in it
 * @param java the first line of its {@code java -version}; empty if it does not say
 */
public record BrokerImage(String name, String id, String kafkaVersion, String java) {

    /** When this returns, results may name this version. */
    public void requireVersion(String wanted) {
        if (!kafkaVersion.equals(wanted)) {
            throw new ClusterException("expected brokers of Kafka " + wanted + ", got image " + name + " with Kafka "
                    + kafkaVersion + ": give --broker-version " + kafkaVersion + ", or another --image");
        }
    }
}
