package io.producerbench.cluster.external;

import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.TopicSpec;
import io.producerbench.cluster.TopicState;
import io.producerbench.cluster.TopicState.PartitionState;
import io.producerbench.cluster.node.ClusterTopics;
import io.producerbench.failure.FailedStepException;
import io.producerbench.process.Polling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.DeleteTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicCollection;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicIdException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Our topics on an existing cluster. A topic is deleted only if its name and id are in the journal.
 */
final class OwnTopics {

    private static final Polling PATIENCE = Polling.seconds(60);
    private static final Polling METADATA = Polling.seconds(10);
    private static final Polling DELETION = Polling.seconds(30);
    private static final int CLOSING_MS = 5_000;

    private final Admin admin;
    private final ClusterTopics topics;
    private final TopicJournal journal;
    private final String prefix;
    private boolean closed;

    OwnTopics(Admin admin, ClusterTopics topics, TopicJournal journal, String prefix) {
        this.admin = admin;
        this.topics = topics;
        this.journal = journal;
        this.prefix = prefix;
    }

    /**
     * When this returns, the topic exists. Its replicas may not be in sync yet.
     *
     * @return its id, which is in the journal; empty without the right to see it; then the topic is
     *     left over
     */
    synchronized Optional<Uuid> make(TopicSpec topic, List<Integer> brokers) {
        requireOurs(topic.name());
        if (closed) {
            throw new ClusterException("no topic " + topic.name() + ": the cluster was closed");
        }
        CreateTopicsResult result = admin.createTopics(List.of(request(topic, brokers)));
        ClusterTopics.result("create topic " + topic.name(), result.all());
        Optional<Uuid> id = idOfNew(topic.name(), result);
        id.ifPresent(known -> journal.created(topic.name(), known));
        return id;
    }

    /**
     * Returns the request for a topic that keeps batches as the producer made them. A cluster may
     * have another default, by which its brokers would compress every batch anew.
     */
    static NewTopic request(TopicSpec topic, List<Integer> brokers) {
        Map<String, String> config = new TreeMap<>(topic.config());
        config.put("compression.type", "producer");
        return new NewTopic(topic.name(), topic.assignment(brokers)).configs(config);
    }

    /**
     * Returns the new topic's id. Without the right to read the topic's settings it has to be asked
     * for.
     */
    private Optional<Uuid> idOfNew(String topic, CreateTopicsResult result) {
        try {
            return Optional.of(ClusterTopics.result("learn the id of topic " + topic, result.topicId(topic)));
        } catch (FailedStepException e) {
            if (!(e.getCause() instanceof TopicAuthorizationException)) {
                throw e;
            }
        }
        try {
            List<Uuid> ids = new ArrayList<>();
            METADATA.await(() -> topics.id(topic).filter(ids::add).isPresent());
            return ids.stream().findFirst();
        } catch (FailedStepException e) {
            if (e.getCause() instanceof TopicAuthorizationException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * When this returns, a broker shows the topic led and in sync as wanted, and the leaders serve
     * it.
     */
    void create(TopicSpec topic, List<Integer> brokers) {
        if (make(topic, brokers).isEmpty()) {
            throw new ClusterException("topic " + topic.name() + " was created and cannot be seen: it is left over");
        }
        awaitInSync(topic.name(), topic.assignment(brokers));
        if (!PATIENCE.await(() -> isServed(topic.name()))) {
            throw new ClusterException("expected the leaders of topic " + topic.name() + " to serve it within "
                    + PATIENCE.limit() + ", got an unknown topic");
        }
    }

    /**
     * True if the leaders serve the topic. The broker that is asked may not have the new topic yet.
     */
    private boolean isServed(String topic) {
        try {
            topics.logEndOffsetSum(topic);
            return true;
        } catch (FailedStepException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw e;
        }
    }

    void awaitInSync(String topic, Map<Integer, List<Integer>> wanted) {
        if (!PATIENCE.await(
                () -> seen(topic).filter(state -> state.matches(wanted)).isPresent())) {
            String got = seen(topic).map(OwnTopics::laggards).orElse("no such topic");
            throw new ClusterException("expected the replicas of topic " + topic + " to be in sync within "
                    + PATIENCE.limit() + ", got " + got + ": measure when the cluster is healthy");
        }
    }

    /** When this returns, a broker shows every topic of ours in sync. */
    void awaitAllInSync() {
        for (String topic : journal.ours().keySet()) {
            if (!PATIENCE.await(() -> seen(topic).filter(TopicState::isInSync).isPresent())) {
                throw new ClusterException("expected topic " + topic + " to be in sync within " + PATIENCE.limit()
                        + ", got " + seen(topic).map(OwnTopics::laggards).orElse("no such topic"));
            }
        }
    }

    /**
     * Returns the first partition that is not in sync, because a large cluster has too many to list
     * all.
     */
    private static String laggards(TopicState state) {
        return state.partitions().entrySet().stream()
                .filter(entry -> !isWhole(entry.getValue()))
                .findFirst()
                .map(entry -> "partition " + entry.getKey() + " led by broker "
                        + entry.getValue().leader() + ", of replicas "
                        + entry.getValue().replicas()
                        + " only " + entry.getValue().isr() + " in sync")
                .orElse("leaders other than the first replicas");
    }

    private static boolean isWhole(PartitionState partition) {
        return partition.isr().size() == partition.replicas().size();
    }

    private Optional<TopicState> seen(String topic) {
        try {
            return Optional.of(topics.describe(topic));
        } catch (FailedStepException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * When this returns, the topic that we created is gone. A topic of this name that is not ours
     * stays, and is an error.
     */
    void delete(String topic) {
        requireOurs(topic);
        Optional<Uuid> there = topics.id(topic);
        Optional<Uuid> ours = journal.id(topic);
        if (there.isPresent() && !there.equals(ours)) {
            throw new ClusterException("topic " + topic + " is left alone: its id is " + there.get() + ", and "
                    + ours.map(id -> "the one we created had " + id).orElse("we created none of this name"));
        }
        if (ours.isEmpty()) {
            return;
        }
        remove(topic, ours.get(), new DeleteTopicsOptions());
        if (!DELETION.await(() -> !topics.id(topic).equals(ours))) {
            throw new ClusterException(
                    "topic " + topic + " is still there " + DELETION.limit() + " after its deletion");
        }
    }

    /** Deletes by id, so that a topic that takes its name at this moment is not deleted. */
    private synchronized void remove(String topic, Uuid id, DeleteTopicsOptions options) {
        if (!journal.id(topic).equals(Optional.of(id))) {
            return; // closed meanwhile, and so deleted
        }
        try {
            ClusterTopics.result(
                    "delete topic " + topic,
                    admin.deleteTopics(TopicCollection.ofTopicIds(List.of(id)), options)
                            .all());
        } catch (FailedStepException e) {
            if (!(e.getCause() instanceof UnknownTopicIdException)) {
                throw e;
            }
        }
        journal.deleted(topic, id);
    }

    /** When this returns, the topics that a killed run has left over are gone. */
    void deleteLeftOver() {
        journal.ours().forEach((topic, id) -> remove(topic, id, new DeleteTopicsOptions()));
    }

    /**
     * When this returns, no more topics can be created, and ours are deleted.
     *
     * @return the topics that could not be deleted in time, with the reasons
     */
    synchronized Map<String, String> deleteAll() {
        closed = true;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSING_MS);
        Map<String, String> left = new LinkedHashMap<>();
        journal.ours().forEach((topic, id) -> {
            int millis = (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
            try {
                remove(topic, id, new DeleteTopicsOptions().timeoutMs(millis));
            } catch (FailedStepException e) {
                left.put(topic, e.getMessage());
            }
        });
        return left;
    }

    private void requireOurs(String topic) {
        if (!topic.startsWith(prefix)) {
            throw new IllegalArgumentException("expected a topic under our own prefix " + prefix + ", got " + topic);
        }
    }
}
