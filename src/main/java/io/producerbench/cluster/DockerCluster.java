package io.producerbench.cluster;

import io.producerbench.cluster.BrokerAddress.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Brokers and a dedicated controller in containers on this machine, published on 127.0.0.1 alone. Should this JVM end without
 * {@link #close()}, even while starting, a watchdog removes containers, volumes and network, if there is a docker command.
 */
final class DockerCluster implements Cluster {

    private static final int STARTS = 3;
    private static final Patience DELETION = Patience.seconds(30);

    private final ClusterKind kind;
    private final ClusterSpec spec;
    private final Remains remains;
    private final ContainerNodes nodes;
    private final BrokerImage image;
    private final Topics topics;

    private DockerCluster(
            ClusterKind kind, ClusterSpec spec, Remains remains, ContainerNodes nodes, BrokerImage image) {
        this.kind = kind;
        this.spec = spec;
        this.remains = remains;
        this.nodes = nodes;
        this.image = image;
        this.topics = new Topics(
                bootstrapServers(),
                nodes.addresses().stream().map(BrokerProbe::new).toList());
    }

    static Cluster start(DockerStart way, ClusterSpec spec) {
        Docker docker = Docker.reach(way.kind());
        for (int starts = 1; ; starts++) {
            Marks marks =
                    way.marks("producer-bench-" + UUID.randomUUID().toString().substring(0, 8));
            Remains remains = Remains.guarded(docker, marks);
            try {
                return start(docker, way, spec, marks, remains);
            } catch (RuntimeException e) {
                try (remains) {
                    if (starts == STARTS || !lostPort(e)) {
                        throw withLogs(spec, docker, marks, e);
                    }
                }
            }
        }
    }

    private static Cluster start(Docker docker, DockerStart way, ClusterSpec spec, Marks marks, Remains remains) {
        List<BrokerAddress> addresses = addresses(spec);
        way.start(marks, spec, addresses);
        ContainerNodes nodes = new ContainerNodes(docker, addresses, docker.containers(marks));
        BrokerImage image = ImageQuestions.of(docker, nodes.broker(1).id());
        image.requireVersion(spec.brokerVersion());
        nodes.awaitSight(nodes.ids(), nodes.ids(), "before the cluster was up");
        return new DockerCluster(way.kind(), spec, remains, nodes, image);
    }

    /** Chosen here and not by Docker, which would choose others whenever a broker is started again. */
    private static List<BrokerAddress> addresses(ClusterSpec spec) {
        List<BrokerAddress> addresses = new ArrayList<>();
        try (FreePorts ports = new FreePorts()) {
            for (int id = 1; id <= spec.brokers(); id++) {
                int published = ports.next();
                int advertised = spec.advertising().advertised(id, Listener.CLIENT, published);
                addresses.add(new BrokerAddress(
                        id,
                        NodeSettings.HOST,
                        new Ports(published, ContainerSettings.REPLICATION_PORT),
                        new Ports(advertised, ContainerSettings.REPLICATION_PORT),
                        published));
            }
        }
        return addresses;
    }

    /** Docker has no code of its own for this. */
    private static boolean lostPort(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("port is already allocated") || message.contains("address already in use")) {
                return true;
            }
        }
        return false;
    }

    private static RuntimeException withLogs(ClusterSpec spec, Docker docker, Marks marks, RuntimeException failure) {
        if (spec.failedLogs().isEmpty() || docker.containers(marks).isEmpty()) {
            return failure;
        }
        Path kept = spec.failedLogs().get().resolve(marks.cluster());
        docker.containers(marks).forEach((node, id) -> keepLog(docker, kept, node, id));
        return new ClusterException(failure.getMessage() + "\nall logs are in " + kept, failure);
    }

    private static void keepLog(Docker docker, Path directory, String node, String id) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(node + ".log"), docker.log(id));
        } catch (IOException e) {
            throw new ClusterException("could not keep the brokers' logs in " + directory, e);
        }
    }

    @Override
    public String bootstrapServers() {
        return nodes.addresses().stream().map(BrokerAddress::bootstrapServer).collect(Collectors.joining(","));
    }

    @Override
    public ClusterKind kind() {
        return kind;
    }

    @Override
    public String brokerVersion() {
        return image.kafkaVersion();
    }

    @Override
    public Optional<BrokerImage> image() {
        return Optional.of(image);
    }

    @Override
    public int brokerCount() {
        return spec.brokers();
    }

    @Override
    public List<Integer> brokers() {
        return List.copyOf(nodes.ids());
    }

    @Override
    public Optional<BrokerControl> control() {
        return Optional.of(new NodeControl(nodes));
    }

    @Override
    public Map<String, String> brokerConfig() {
        return NodeSettings.shared(spec);
    }

    @Override
    public List<String> brokerJvmFlags() {
        return spec.brokerJvm();
    }

    @Override
    public Optional<Path> dataDirectory() {
        return dataDirectory(1);
    }

    @Override
    public Optional<Path> dataDirectory(int broker) {
        return nodes.broker(broker).data();
    }

    @Override
    public OptionalLong brokerCpuNanos() {
        return nodes.brokerCpuNanos();
    }

    @Override
    public Optional<String> failure() {
        return nodes.deaths().failure();
    }

    @Override
    public void keepLogs(Path directory) {
        nodes.nodes().forEach(node -> keepLog(remains.docker(), directory, node.name(), node.id()));
    }

    @Override
    public void createTopic(TopicSpec topic) {
        topics.create(topic);
    }

    @Override
    public void deleteTopic(String topic) {
        topics.delete(topic);
        // As long as it can be seen from here: the topic is gone from what anyone else can see.
        List<Path> directories = nodes.ids().stream()
                .flatMap(broker -> dataDirectory(broker).stream())
                .toList();
        DELETION.await(() -> directories.stream().noneMatch(data -> ReplicaDirectories.areIn(data, topic)));
    }

    @Override
    public TopicState describe(String topic) {
        return topics.describe(topic);
    }

    @Override
    public void awaitInSync() {
        topics.awaitInSync();
    }

    @Override
    public void rebalance() {
        topics.rebalance();
    }

    @Override
    public Optional<TopicState> seenBy(int broker, String topic) {
        return nodes.sight().topic(broker, topic);
    }

    @Override
    public long logEndOffsetSum(String topic) {
        return topics.logEndOffsetSum(topic);
    }

    @Override
    public void close() {
        try (remains) {
            topics.close();
        }
    }
}
