package io.producerbench.cluster.node;

import io.producerbench.cluster.TopicState;
import io.producerbench.cluster.TopicState.PartitionState;
import io.producerbench.wire.BrokerConnection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponsePartition;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseTopic;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.MetadataRequest;

/**
 * Asks one certain broker what it knows. Kafka's clients send metadata requests to any broker, so
 * they cannot tell whether all brokers have heard of a change.
 */
public record BrokerProbe(BrokerAddress broker) {

    private static final int TIMEOUT_MS = 5_000;

    /** Every broker since Kafka 1.0 answers this version of the request. */
    private static final short VERSION = 4;

    /** The unfenced brokers, and the topic that was asked for if the broker knows it. */
    record View(Set<Integer> brokers, Optional<TopicState> topic) {}

    /** Returns the broker's view now, without any topic. */
    View ask() throws IOException {
        return ask(List.of());
    }

    /** Returns the broker's view now, with this topic. */
    View ask(String topic) throws IOException {
        return ask(List.of(topic));
    }

    /** True if the broker answers now. */
    public boolean answers() {
        try {
            return ask() != null;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Returns the topic as the broker sees it; empty if it has no such topic, or does not answer
     * because it is dead, paused or overloaded.
     */
    Optional<TopicState> topic(String topic) {
        try {
            return ask(topic).topic();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private View ask(List<String> topics) throws IOException {
        boolean createTopics = false;
        MetadataRequest request =
                MetadataRequest.Builder.forTopicNames(topics, createTopics).build(VERSION);
        try (BrokerConnection connection =
                BrokerConnection.open(new InetSocketAddress(broker.host(), broker.open()), TIMEOUT_MS)) {
            return view((MetadataResponseData) connection.ask(request).data());
        }
    }

    private static View view(MetadataResponseData response) {
        return new View(
                response.brokers().stream().map(broker -> broker.nodeId()).collect(Collectors.toSet()),
                response.topics().stream()
                        .filter(topic -> topic.errorCode() == Errors.NONE.code())
                        .findFirst()
                        .map(BrokerProbe::state));
    }

    private static TopicState state(MetadataResponseTopic topic) {
        Map<Integer, PartitionState> partitions = new TreeMap<>();
        // A partition's error code is not read: the one that matters, no leader, is its id of -1
        // too.
        for (MetadataResponsePartition partition : topic.partitions()) {
            partitions.put(
                    partition.partitionIndex(),
                    new PartitionState(
                            partition.leaderId(), Set.copyOf(partition.isrNodes()), partition.replicaNodes()));
        }
        return new TopicState(partitions);
    }
}
