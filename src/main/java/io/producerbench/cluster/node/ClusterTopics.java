package io.producerbench.cluster.node;

import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.TopicSpec;
import io.producerbench.cluster.TopicState;
import io.producerbench.cluster.TopicState.PartitionState;
import io.producerbench.failure.FailedStepException;
import io.producerbench.process.Polling;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates, deletes and describes topics, and asks each broker for its own view of them. */
public final class ClusterTopics implements AutoCloseable {

    private static final Polling PATIENCE = Polling.seconds(60);
    private static final long LOOK_MS = 500;

    private final Admin admin;
    private final List<BrokerProbe> brokers;
    private final Supplier<Optional<String>> failure;

    /** @param failure returns why the brokers will not answer any more; empty while they do */
    ClusterTopics(String bootstrapServers, List<BrokerProbe> brokers, Supplier<Optional<String>> failure) {
        this(Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers)), brokers, failure);
    }

    /** @param admin of brokers of which none can be asked alone; closed by {@link #close()} */
    public ClusterTopics(Admin admin) {
        this(admin, List.of(), Optional::empty);
    }

    private ClusterTopics(Admin admin, List<BrokerProbe> brokers, Supplier<Optional<String>> failure) {
        this.admin = admin;
        this.brokers = List.copyOf(brokers);
        this.failure = failure;
    }

    /**
     * When this returns, every broker knows the topic in the wanted state and its leaders serve it.
     */
    void create(TopicSpec topic) {
        List<Integer> ids = brokers.stream().map(probe -> probe.broker().id()).toList();
        Map<Integer, List<Integer>> wanted = topic.assignment(ids);
        NewTopic request = new NewTopic(topic.name(), wanted).configs(topic.config());
        answer(
                "create topic " + topic.name(),
                admin.createTopics(List.of(request)).all());
        BooleanSupplier asWanted = () -> brokers.stream()
                .allMatch(broker -> broker.topic(topic.name())
                        .filter(state -> state.matches(wanted))
                        .isPresent());
        if (!await(asWanted)) {
            throw new ClusterException("expected every broker to see topic " + topic.name() + " led and in sync as "
                    + wanted + " within " + PATIENCE.limit() + ", got " + views(topic.name()));
        }
        // A broker publishes new metadata just before it takes over the leaderships in it.
        logEndOffsetSum(topic.name());
    }

    /** When this returns, every live broker has answered that it does not know the topic. */
    void delete(String topic) {
        try {
            answer("delete topic " + topic, admin.deleteTopics(List.of(topic)).all());
        } catch (FailedStepException e) {
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw e;
            }
        }
        BooleanSupplier gone = () -> brokers.stream().allMatch(broker -> hasForgotten(broker, topic));
        if (!await(gone)) {
            throw new ClusterException("expected no broker to know topic " + topic + " within " + PATIENCE.limit()
                    + " of its deletion, got " + views(topic));
        }
    }

    /** When this returns, every broker sees every topic in sync. */
    void awaitInSync() {
        awaitSeenByAll(TopicState::isInSync, "in sync");
    }

    /** When this returns, every broker sees every topic in sync and led as it was created. */
    void rebalance() {
        awaitInSync();
        // A restarted broker follows in the partitions that it led before.
        answer(
                "elect preferred leaders",
                admin.electLeaders(ElectionType.PREFERRED, null).partitions());
        awaitSeenByAll(TopicState::isBalanced, "in sync and led by the first replica");
    }

    private void awaitSeenByAll(Predicate<TopicState> wanted, String how) {
        Set<String> names = answer(
                "list topics",
                admin.listTopics(new ListTopicsOptions().listInternal(true)).names());
        BooleanSupplier seen = () -> names.stream()
                .allMatch(name -> brokers.stream()
                        .allMatch(broker -> broker.topic(name).filter(wanted).isPresent()));
        if (!await(seen)) {
            throw new ClusterException("expected every broker to see every topic " + how + " within " + PATIENCE.limit()
                    + ", got " + names.stream().collect(Collectors.toMap(n -> n, this::views)));
        }
    }

    public TopicState describe(String topic) {
        TopicDescription description = description(topic);
        Map<Integer, PartitionState> partitions = new TreeMap<>();
        for (TopicPartitionInfo partition : description.partitions()) {
            int leader = Optional.ofNullable(partition.leader()).map(Node::id).orElse(-1);
            List<Integer> replicas = partition.replicas().stream().map(Node::id).toList();
            partitions.put(
                    partition.partition(),
                    new PartitionState(
                            leader, partition.isr().stream().map(Node::id).collect(Collectors.toSet()), replicas));
        }
        return new TopicState(partitions);
    }

    /** Returns the id of the topic that now has this name; empty if there is none. */
    public Optional<Uuid> id(String topic) {
        try {
            return Optional.of(description(topic).topicId());
        } catch (FailedStepException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private TopicDescription description(String topic) {
        return answer(
                        "describe topic " + topic,
                        admin.describeTopics(List.of(topic)).allTopicNames())
                .get(topic);
    }

    public long logEndOffsetSum(String topic) {
        Map<TopicPartition, OffsetSpec> latest = describe(topic).partitions().keySet().stream()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(topic, partition), partition -> OffsetSpec.latest()));
        return answer(
                        "list the end offsets of topic " + topic,
                        admin.listOffsets(latest).all())
                .values()
                .stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }

    private Map<Integer, String> views(String topic) {
        Function<BrokerProbe, String> view =
                broker -> broker.topic(topic).map(TopicState::toString).orElse("no such topic, or no answer");
        return brokers.stream()
                .collect(Collectors.toMap(broker -> broker.broker().id(), view));
    }

    private static boolean hasForgotten(BrokerProbe broker, String topic) {
        try {
            return broker.ask(topic).topic().isEmpty();
        } catch (ConnectException e) {
            return true; // dead: it learns of the deletion before it serves clients again
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits as {@link Polling} does, but not for brokers that are dead. */
    private boolean await(BooleanSupplier condition) {
        boolean holds = PATIENCE.await(() -> failure.get().isPresent() || condition.getAsBoolean());
        requireAlive();
        return holds;
    }

    /** Waits as {@link #result} does, but not for brokers that are dead. */
    private <T> T answer(String wish, Future<T> future) {
        while (!isDone(future)) {
            requireAlive();
        }
        return result(wish, future);
    }

    private static boolean isDone(Future<?> future) {
        try {
            future.get(LOOK_MS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException failed) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void requireAlive() {
        failure.get().ifPresent(death -> {
            throw new ClusterException(death);
        });
    }

    /**
     * Returns the result of the future.
     *
     * @param wish what the future does, for the message of a failure
     * @throws ClusterException if the future fails; its cause is that failure
     */
    public static <T> T result(String wish, Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new ClusterException("could not " + wish + ": " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted before it could " + wish, e);
        }
    }

    /** When this returns, the connections are closed. Requests under way fail. */
    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
