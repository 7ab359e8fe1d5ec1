package io.producerbench.cluster;

import io.producerbench.failure.FailedStepException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.FeatureUpdate.UpgradeType;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;

/**
 * The brokers' transaction protocol, Kafka's feature {@code transaction.version}. Version 2
 * (KIP-890) gives each transaction its own producer epoch; version 1 keeps the epoch of the
 * transaction before, and its producer asks the coordinator to add each partition.
 */
public enum TransactionVersion {
    EPOCH_FOR_ALL(1, UpgradeType.SAFE_DOWNGRADE),
    EPOCH_FOR_EACH(2, UpgradeType.UPGRADE);

    /** The name of the feature. */
    public static final String FEATURE = "transaction.version";

    private final short level;
    private final UpgradeType direction;

    TransactionVersion(int level, UpgradeType direction) {
        this.level = (short) level;
        this.direction = direction;
    }

    /** Returns the level of the feature, as Kafka's tools take it. */
    public int level() {
        return level;
    }

    /**
     * Makes the brokers use this version. When this returns, every broker does.
     *
     * @param witness the name of a topic that does not exist; it is created and deleted
     * @throws FailedStepException if the brokers refuse it
     */
    public void use(Cluster cluster, String witness) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
            admin.updateFeatures(Map.of(FEATURE, new FeatureUpdate(level, direction)), new UpdateFeaturesOptions())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new FailedStepException("expected the brokers to take " + FEATURE + "=" + level + ", got: "
                    + e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailedStepException("interrupted before the brokers took " + FEATURE + "=" + level);
        }
        // Brokers apply the controller's decisions in order: a broker that knows a later topic uses
        // the version.
        cluster.createTopic(new TopicSpec(witness, 1, cluster.brokers().size(), Map.of()));
        cluster.deleteTopic(witness);
    }
}
