package io.producerbench.calibration;

import io.producerbench.calibration.stub.StubProcess;
import io.producerbench.calibration.stub.StubScript;
import io.producerbench.cluster.BrokerControl;
import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.NodeUsage;
import io.producerbench.cluster.TopicSpec;
import io.producerbench.cluster.TopicState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * A stub broker where a run expects brokers. It answers at once and keeps no record, so what is
 * measured on it is the client alone. It has no replicas, no disk and no settings.
 */
public final class StubCluster implements Cluster {
    private static final int ID = 1;
    private static final long ANSWER_S = 30;

    private final StubProcess stub;
    private final int partitions;
    private final Admin admin;

    private StubCluster(StubProcess stub, int partitions) {
        this.stub = stub;
        this.partitions = partitions;
        this.admin = Admin.create(Map.of("bootstrap.servers", stub.bootstrapServers(), "enable.metrics.push", "false"));
    }

    /**
     * When this returns, the stub answers.
     *
     * @param partitions that every topic has; a topic exists as soon as a client asks for it
     * @param scratch for files between the two processes
     */
    public static StubCluster start(int partitions, Path scratch) {
        StubScript script = StubScript.prompt(partitions).withoutTruth();
        return new StubCluster(StubProcess.start(script, CalibrationContext.classPath(), scratch), partitions);
    }

    @Override
    public String bootstrapServers() {
        return stub.bootstrapServers();
    }

    @Override
    public Map<String, Object> identity() {
        return Map.of("stub", "answers at once, keeps no record");
    }

    /** It is a JVM on this machine. */
    @Override
    public ClusterKind kind() {
        return ClusterKind.PROCESSES;
    }

    @Override
    public String brokerVersion() {
        return "";
    }

    @Override
    public int brokerCount() {
        return 1;
    }

    @Override
    public List<Integer> brokers() {
        return List.of(ID);
    }

    @Override
    public Optional<BrokerControl> control() {
        return Optional.empty();
    }

    @Override
    public Map<String, String> brokerConfig() {
        return Map.of();
    }

    @Override
    public List<String> brokerJvmFlags() {
        return List.of();
    }

    @Override
    public Optional<Path> dataDirectory() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> dataDirectory(int broker) {
        return Optional.empty();
    }

    @Override
    public OptionalLong brokerCpuNanos() {
        return stub.cpu().stream().mapToLong(Duration::toNanos).findFirst();
    }

    @Override
    public NodeUsage usage() {
        return new NodeUsage(brokerCpuNanos(), brokerCpuNanos(), OptionalLong.empty(), false);
    }

    @Override
    public Optional<String> failure() {
        return stub.isAlive() ? Optional.empty() : Optional.of("the stub broker has ended");
    }

    @Override
    public void keepLogs(Path directory) {
        // It writes none.
    }

    /** Does nothing, because a topic exists as soon as a client asks for it. */
    @Override
    public void createTopic(TopicSpec topic) {
        if (topic.partitions() != partitions) {
            throw new ClusterException("expected a topic of " + partitions
                    + " partitions, as all have on this stub, got " + topic.partitions());
        }
    }

    /** Does nothing, because nothing is kept. */
    @Override
    public void deleteTopic(String topic) {
        // Its few bytes end with the stub.
    }

    /** @throws ClusterException always, because a stub has no replicas */
    @Override
    public TopicState describe(String topic) {
        throw new ClusterException("a stub broker has no replicas to describe");
    }

    @Override
    public void awaitInSync() {
        // There is nothing to be in sync.
    }

    @Override
    public void rebalance() {
        // One broker leads everything.
    }

    @Override
    public Optional<TopicState> seenBy(int broker, String topic) {
        return Optional.empty();
    }

    @Override
    public long logEndOffsetSum(String topic) {
        Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        try {
            return admin.listOffsets(latest).all().get(ANSWER_S, TimeUnit.SECONDS).values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        } catch (ExecutionException | TimeoutException e) {
            throw new ClusterException("the stub broker does not tell the end of " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while the stub broker was asked for the end of " + topic, e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
        stub.close();
    }
}
