package io.producerbench.guarantees.experiments;

import io.producerbench.cluster.TopicSpec;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.FeatureUpdate.UpgradeType;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;

/**
 * The brokers' transaction protocol, Kafka's feature {@code transaction.version}. Version 2
 * (KIP-890) gives each transaction its own producer epoch; version 1 keeps the epoch of the
 * transaction before.
 */
record TransactionProtocol(TrialCluster on, String witness) {
    private static final int CURRENT = 2;

    private static final String FEATURE = "transaction.version";

    /**
     * Switches the version until the protocol is closed. When this returns, every broker uses it.
     *
     * @param witness the name of a topic that does not exist
     */
    static TransactionProtocol use(int version, TrialCluster on, String witness) {
        TransactionProtocol protocol = new TransactionProtocol(on, witness);
        protocol.set(version);
        return protocol;
    }

    private void set(int version) {
        UpgradeType direction = version < CURRENT ? UpgradeType.SAFE_DOWNGRADE : UpgradeType.UPGRADE;
        Map<String, Object> settings = Map.of("bootstrap.servers", on.cluster().bootstrapServers());
        try (Admin admin = Admin.create(settings)) {
            admin.updateFeatures(
                            Map.of(FEATURE, new FeatureUpdate((short) version, direction)), new UpdateFeaturesOptions())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new GateException("expected the brokers to take " + FEATURE + "=" + version + ", got: "
                    + e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GateException("interrupted before the brokers took " + FEATURE + "=" + version);
        }
        // Brokers apply the controller's decisions in order: a broker that knows a later topic uses
        // the version.
        on.cluster()
                .createTopic(new TopicSpec(witness, 1, on.cluster().brokers().size(), Map.of()));
        on.cluster().deleteTopic(witness);
    }

    /** When this returns, every broker uses the current version again. */
    void close() {
        set(CURRENT);
    }
}
