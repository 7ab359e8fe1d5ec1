package io.producerbench.cluster.external;

import io.producerbench.cluster.ClientUse;
import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.ExistingCluster;
import io.producerbench.cluster.TopicSpec;
import io.producerbench.cluster.node.ClusterTopics;
import io.producerbench.failure.FailedStepException;
import io.producerbench.process.Polling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Checks our rights on an existing cluster by doing once what a sweep does, to a topic of our own.
 * Reading the authorizer's rules would need more rights than the sweep itself.
 */
final class AclCheck {

    private static final int TIMEOUT_MS = 10_000;

    private final ExistingCluster wanted;
    private final Admin admin;
    private final OwnTopics topics;
    private final String name;
    private final Set<AclOperation> needed;
    private final List<String> missing = new ArrayList<>();

    private AclCheck(ExistingCluster wanted, Admin admin, OwnTopics topics) {
        this.wanted = wanted;
        this.admin = admin;
        this.topics = topics;
        this.name = wanted.namePrefix() + "rights";
        this.needed = EnumSet.of(AclOperation.DESCRIBE, AclOperation.WRITE, AclOperation.DELETE);
        if (wanted.uses().contains(ClientUse.READING)) {
            needed.add(AclOperation.READ);
        }
    }

    /**
     * When this returns, a topic with that many replicas and a partition for each broker was
     * created, seen in sync, written to in every wanted way, and deleted.
     *
     * @throws ClusterException naming every right that is missing, or the replicas that are not in
     *     sync
     */
    static void require(
            ExistingCluster wanted, Admin admin, OwnTopics topics, List<Integer> brokers, int replicationFactor) {
        new AclCheck(wanted, admin, topics).require(brokers, new TopicSpecOfAll(brokers.size(), replicationFactor));
    }

    private record TopicSpecOfAll(int partitions, int replicationFactor) {
        TopicSpec named(String name) {
            return new TopicSpec(name, partitions, replicationFactor, Map.of());
        }
    }

    private void require(List<Integer> brokers, TopicSpecOfAll shape) {
        TopicSpec topic = shape.named(name);
        boolean made = may("CREATE on topics", () -> topics.make(topic, brokers));
        Set<AclOperation> onTopic = made ? onTopic() : EnumSet.noneOf(AclOperation.class);
        if (made) {
            needed.stream()
                    .filter(operation -> !onTopic.contains(operation))
                    .forEach(operation -> missing.add(operation + " on topics"));
        }
        if (wanted.uses().contains(ClientUse.TRANSACTIONS)) {
            may("WRITE on transactional ids", this::beginTransactions);
        }
        if (onTopic.contains(AclOperation.DESCRIBE)) {
            topics.awaitInSync(name, topic.assignment(brokers));
            write();
        }
        if (onTopic.contains(AclOperation.DELETE)) {
            topics.delete(name);
        }
        requireNoneMissing(made, onTopic.contains(AclOperation.DELETE));
    }

    private void requireNoneMissing(boolean made, boolean deleted) {
        if (missing.isEmpty()) {
            return;
        }
        String unknown = made ? "" : "; DESCRIBE, WRITE and DELETE on topics can be looked at only then";
        String left = made && !deleted ? "; topic " + name + " is left over" : "";
        throw new ClusterException("rights are missing on this cluster: " + String.join(", ", missing)
                + " (names that begin with " + ExistingCluster.NAMES + "): have them granted, as in"
                + " docs/existing-cluster.md" + unknown + left);
    }

    private boolean may(String right, Runnable attempt) {
        try {
            attempt.run();
            return true;
        } catch (FailedStepException e) {
            if (e.getCause() instanceof AuthorizationException) {
                missing.add(right);
                return false;
            }
            throw e;
        }
    }

    /** Returns our rights on the topic; empty without DESCRIBE, which WRITE and DELETE imply. */
    private Set<AclOperation> onTopic() {
        DescribeTopicsOptions options = new DescribeTopicsOptions().includeAuthorizedOperations(true);
        Polling patience = Polling.seconds(TIMEOUT_MS / 1000);
        List<Set<AclOperation>> seen = new ArrayList<>();
        patience.await(() -> {
            // A broker that does not have the new topic yet answers that there is none.
            Optional<Set<AclOperation>> operations = operations(options);
            operations.ifPresent(seen::add);
            return operations.isPresent();
        });
        if (seen.isEmpty()) {
            throw new ClusterException("topic " + name + " was created, and within " + patience.limit()
                    + " no broker shows it: measure when the cluster is healthy");
        }
        return seen.get(0);
    }

    private Optional<Set<AclOperation>> operations(DescribeTopicsOptions options) {
        try {
            Set<AclOperation> operations = ClusterTopics.result(
                            "describe topic " + name,
                            admin.describeTopics(List.of(name), options).allTopicNames())
                    .get(name)
                    .authorizedOperations();
            // Null from brokers that cannot tell. Then the requests below will show it.
            return Optional.of(operations == null ? EnumSet.copyOf(needed) : operations);
        } catch (FailedStepException e) {
            if (e.getCause() instanceof TopicAuthorizationException) {
                return Optional.of(EnumSet.noneOf(AclOperation.class));
            }
            return Optional.empty();
        }
    }

    private void beginTransactions() {
        try (KafkaProducer<byte[], byte[]> producer =
                producer(Map.of("transactional.id", name, "enable.idempotence", "true"))) {
            producer.initTransactions();
        } catch (KafkaException e) {
            throw failure("begin transactions", e);
        }
    }

    private void write() {
        Map<String, String> idempotence =
                Map.of("enable.idempotence", String.valueOf(wanted.uses().contains(ClientUse.IDEMPOTENCE)));
        try (KafkaProducer<byte[], byte[]> producer = producer(idempotence)) {
            ClusterTopics.result("write to topic " + name, producer.send(new ProducerRecord<>(name, new byte[1])));
        } catch (FailedStepException e) {
            refused("write to topic " + name, e.getCause());
        } catch (KafkaException e) {
            // Thrown by send() itself if the broker has refused a producer id before.
            refused("make a producer", e.getCause() instanceof ClusterAuthorizationException ? e.getCause() : e);
        }
    }

    private void refused(String wish, Throwable cause) {
        if (cause instanceof ClusterAuthorizationException) {
            missing.add("IDEMPOTENT_WRITE on the cluster");
        } else if (!(cause instanceof TopicAuthorizationException)) {
            throw failure(wish, cause);
        }
    }

    private ClusterException failure(String wish, Throwable cause) {
        return new ClusterException(
                "could not " + wish + ": " + Diagnosis.of(cause, wanted.client().settings()), cause);
    }

    private KafkaProducer<byte[], byte[]> producer(Map<String, String> more) {
        Map<String, Object> settings = wanted.client().with(more);
        settings.put("client.id", name);
        settings.put("acks", "all");
        settings.put("max.block.ms", TIMEOUT_MS);
        settings.put("request.timeout.ms", TIMEOUT_MS / 2);
        settings.put("delivery.timeout.ms", TIMEOUT_MS);
        settings.put("enable.metrics.push", "false");
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()) {
            @Override
            public void close() {
                close(Duration.ZERO);
            }
        };
    }
}
