package io.producerbench.cluster;

import io.producerbench.cluster.TopicState.PartitionState;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A cluster in memory. Each call succeeds at once, unless the test scripted something else, and is
 * written down in {@link #calls()}. A killed broker leaves the in-sync replicas of all topics, and
 * the next replica in sync leads; a restarted one is back in sync but leads nothing before
 * {@link #rebalance()}.
 */
public final class FakeCluster implements Cluster {

    private final List<Integer> brokers;
    private final Optional<BrokerControl> control;
    private final Map<String, TopicState> topics = new LinkedHashMap<>();
    private final Map<String, Deque<Long>> logEnds = new HashMap<>();
    private final Deque<OptionalLong> cpu = new ArrayDeque<>(List.of(OptionalLong.empty()));
    private final Map<String, Deque<RuntimeException>> refusals = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private final Set<Integer> dead = new TreeSet<>();
    private final Set<Integer> paused = new TreeSet<>();
    private Optional<String> failure = Optional.empty();
    private Optional<NodeUsage> usage = Optional.empty();
    private boolean closed;

    private FakeCluster(int brokers, boolean controllable) {
        this.brokers = IntStream.rangeClosed(1, brokers).boxed().toList();
        this.control = controllable ? Optional.of(new FakeControl()) : Optional.empty();
    }

    /** Returns three healthy brokers that can be killed and paused. */
    public static FakeCluster ofThree() {
        return new FakeCluster(3, true);
    }

    /** Returns three healthy brokers without a {@link BrokerControl}. */
    public static FakeCluster withoutControl() {
        return new FakeCluster(3, false);
    }

    /** Adds records to the topic's log. */
    public synchronized void append(String topic, long records) {
        requireTopic(topic);
        long end = ends(topic).peekLast();
        ends(topic).clear();
        ends(topic).add(end + records);
    }

    /**
     * The log ends that the next calls of {@link #logEndOffsetSum} return; the last one is
     * repeated.
     */
    public synchronized void logEnds(String topic, long... sums) {
        ends(topic).clear();
        for (long sum : sums) {
            ends(topic).add(sum);
        }
    }

    /**
     * The CPU times that the next calls of {@link #brokerCpuNanos} return; the last one is
     * repeated.
     */
    public synchronized void cpu(OptionalLong... readings) {
        cpu.clear();
        cpu.addAll(List.of(readings));
    }

    /** Like {@link #cpu(OptionalLong...)}, with readings that all are there. */
    public void cpuNanos(long... readings) {
        cpu(Arrays.stream(readings).mapToObj(OptionalLong::of).toArray(OptionalLong[]::new));
    }

    /** From now on a node has died by itself. */
    public synchronized void failure(String line) {
        failure = Optional.of(line);
    }

    /** The next call of this method of {@link Cluster} or {@link BrokerControl} throws. */
    public synchronized void refuse(String method, RuntimeException refusal) {
        refusals.computeIfAbsent(method, name -> new ArrayDeque<>()).add(refusal);
    }

    /** Replaces one partition's state. */
    public synchronized void partition(String topic, int partition, int leader, Set<Integer> isr) {
        change(topic, states -> {
            states.compute(partition, (id, old) -> new PartitionState(leader, isr, old.replicas()));
            return states;
        });
    }

    /**
     * Every call that changes the cluster or waits for it, in order: {@code "createTopic t"},
     * {@code "kill 1"}.
     */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    /** The topics that exist, in the order of their creation. */
    public synchronized Set<String> topics() {
        return new LinkedHashSet<>(topics.keySet());
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public String bootstrapServers() {
        return brokers.stream().map(id -> "127.0.0.1:" + (9_090 + id)).collect(Collectors.joining(","));
    }

    @Override
    public ClusterKind kind() {
        return ClusterKind.PROCESSES;
    }

    @Override
    public String brokerVersion() {
        return "4.3.1";
    }

    @Override
    public int brokerCount() {
        return brokers.size();
    }

    @Override
    public List<Integer> brokers() {
        return brokers;
    }

    @Override
    public Optional<BrokerControl> control() {
        return control;
    }

    @Override
    public Map<String, String> brokerConfig() {
        return Map.of("min.insync.replicas", "2");
    }

    @Override
    public List<String> brokerJvmFlags() {
        return List.of("-Xmx1G");
    }

    @Override
    public Optional<Path> dataDirectory() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> dataDirectory(int broker) {
        requireBroker(broker);
        return Optional.empty();
    }

    /** What all further calls of {@link #usage()} return. */
    public synchronized void usage(NodeUsage told) {
        usage = Optional.of(told);
    }

    @Override
    public synchronized NodeUsage usage() {
        return usage.orElseGet(Cluster.super::usage);
    }

    @Override
    public synchronized OptionalLong brokerCpuNanos() {
        refuseIfTold("brokerCpuNanos");
        return cpu.size() > 1 ? cpu.remove() : cpu.peek();
    }

    @Override
    public synchronized Optional<String> failure() {
        return failure;
    }

    @Override
    public synchronized void keepLogs(Path directory) {
        called("keepLogs", directory.toString());
    }

    @Override
    public synchronized void createTopic(TopicSpec topic) {
        called("createTopic", topic.name());
        if (topics.containsKey(topic.name())) {
            throw new ClusterException("could not create topic " + topic.name() + ": it exists");
        }
        Map<Integer, PartitionState> partitions = new TreeMap<>();
        topic.assignment(brokers)
                .forEach((partition, replicas) ->
                        partitions.put(partition, new PartitionState(replicas.get(0), Set.copyOf(replicas), replicas)));
        topics.put(topic.name(), new TopicState(partitions));
        dead.forEach(broker -> shrink(topic.name(), broker));
    }

    @Override
    public synchronized void deleteTopic(String topic) {
        called("deleteTopic", topic);
        topics.remove(topic);
        logEnds.remove(topic);
    }

    @Override
    public synchronized TopicState describe(String topic) {
        refuseIfTold("describe");
        return requireTopic(topic);
    }

    @Override
    public synchronized void awaitInSync() {
        called("awaitInSync");
        topics.forEach((name, state) -> {
            if (!state.isInSync()) {
                throw new ClusterException("expected every broker to see every topic in sync, got " + state);
            }
        });
    }

    @Override
    public synchronized void rebalance() {
        called("rebalance");
        for (String topic : topics()) {
            change(topic, states -> {
                states.replaceAll((id, old) -> new PartitionState(
                        old.isr().contains(old.replicas().get(0))
                                ? old.replicas().get(0)
                                : old.leader(),
                        old.isr(),
                        old.replicas()));
                return states;
            });
        }
    }

    @Override
    public synchronized Optional<TopicState> seenBy(int broker, String topic) {
        requireBroker(broker);
        refuseIfTold("seenBy");
        return dead.contains(broker) || paused.contains(broker)
                ? Optional.empty()
                : Optional.ofNullable(topics.get(topic));
    }

    @Override
    public synchronized long logEndOffsetSum(String topic) {
        refuseIfTold("logEndOffsetSum");
        requireTopic(topic);
        Deque<Long> ends = ends(topic);
        return ends.size() > 1 ? ends.remove() : ends.peek();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            calls.add("close");
        }
    }

    private Deque<Long> ends(String topic) {
        return logEnds.computeIfAbsent(topic, name -> new ArrayDeque<>(List.of(0L)));
    }

    private TopicState requireTopic(String topic) {
        TopicState state = topics.get(topic);
        if (state == null) {
            throw new ClusterException("could not describe topic " + topic + ": no such topic");
        }
        return state;
    }

    private void requireBroker(int broker) {
        if (!brokers.contains(broker)) {
            throw new IllegalArgumentException("expected the id of a broker, one of " + brokers + ", got " + broker);
        }
    }

    private void called(String method, String... arguments) {
        calls.add((method + " " + String.join(" ", arguments)).strip());
        refuseIfTold(method);
        if (closed) {
            throw new ClusterException("the cluster was closed");
        }
    }

    private void refuseIfTold(String method) {
        Deque<RuntimeException> told = refusals.getOrDefault(method, new ArrayDeque<>());
        if (!told.isEmpty()) {
            throw told.remove();
        }
    }

    private void change(String topic, UnaryOperator<Map<Integer, PartitionState>> change) {
        topics.put(
                topic,
                new TopicState(change.apply(new TreeMap<>(requireTopic(topic).partitions()))));
    }

    private void shrink(String topic, int broker) {
        change(topic, states -> {
            states.replaceAll((id, old) -> without(old, broker));
            return states;
        });
    }

    private static PartitionState without(PartitionState old, int broker) {
        Set<Integer> isr = new TreeSet<>(old.isr());
        isr.remove(broker);
        int leader = old.leader() == broker
                ? old.replicas().stream().filter(isr::contains).findFirst().orElse(-1)
                : old.leader();
        return new PartitionState(leader, isr, old.replicas());
    }

    private void expand(String topic, int broker) {
        change(topic, states -> {
            states.replaceAll((id, old) -> {
                Set<Integer> isr = new TreeSet<>(old.isr());
                if (old.replicas().contains(broker)) {
                    isr.add(broker);
                }
                return new PartitionState(
                        old.leader() < 0 && isr.contains(broker) ? broker : old.leader(), isr, old.replicas());
            });
            return states;
        });
    }

    /** Takes the place of signals. */
    private final class FakeControl implements BrokerControl {

        @Override
        public void kill(int broker) {
            synchronized (FakeCluster.this) {
                requireBroker(broker);
                called("kill", String.valueOf(broker));
                paused.remove(broker);
                if (dead.add(broker)) {
                    topics().forEach(topic -> shrink(topic, broker));
                }
            }
        }

        @Override
        public void pause(int broker) {
            synchronized (FakeCluster.this) {
                requireBroker(broker);
                called("pause", String.valueOf(broker));
                if (dead.contains(broker)) {
                    throw new ClusterException("expected broker " + broker + " to be alive to pause it");
                }
                paused.add(broker);
            }
        }

        @Override
        public void resume(int broker) {
            synchronized (FakeCluster.this) {
                requireBroker(broker);
                called("resume", String.valueOf(broker));
                paused.remove(broker);
            }
        }

        @Override
        public void restart(int broker) {
            synchronized (FakeCluster.this) {
                requireBroker(broker);
                called("restart", String.valueOf(broker));
                revive(broker);
            }
        }

        private void revive(int broker) {
            if (dead.remove(broker)) {
                topics().forEach(topic -> expand(topic, broker));
            }
        }

        @Override
        public Set<Integer> dead() {
            synchronized (FakeCluster.this) {
                return new TreeSet<>(dead);
            }
        }

        @Override
        public Set<Integer> paused() {
            synchronized (FakeCluster.this) {
                return new TreeSet<>(paused);
            }
        }

        @Override
        public void heal() {
            synchronized (FakeCluster.this) {
                called("heal");
                paused.clear();
                brokers.forEach(this::revive);
            }
        }
    }
}
