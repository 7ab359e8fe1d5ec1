package io.producerbench.calibration.stub;

import io.producerbench.calibration.stub.StubTopics.StubTopic;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.message.FindCoordinatorRequestData;
import org.apache.kafka.common.message.FindCoordinatorResponseData;
import org.apache.kafka.common.message.FindCoordinatorResponseData.Coordinator;
import org.apache.kafka.common.message.ListOffsetsRequestData;
import org.apache.kafka.common.message.ListOffsetsRequestData.ListOffsetsPartition;
import org.apache.kafka.common.message.ListOffsetsResponseData;
import org.apache.kafka.common.message.ListOffsetsResponseData.ListOffsetsPartitionResponse;
import org.apache.kafka.common.message.ListOffsetsResponseData.ListOffsetsTopicResponse;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseBroker;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponsePartition;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseTopic;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.ListOffsetsRequest;

/** Answers questions about the cluster, which is the stub broker alone, and about its topics. */
record Directory(String host, int port, StubTopics topics) {
    private static final int BROKER = 0;
    private static final List<Integer> REPLICAS = List.of(BROKER);

    MetadataResponseData metadata(MetadataRequestData request) {
        MetadataResponseData response =
                new MetadataResponseData().setClusterId("stub").setControllerId(BROKER);
        response.brokers()
                .add(new MetadataResponseBroker()
                        .setNodeId(BROKER)
                        .setHost(host)
                        .setPort(port));
        if (request.topics() == null) {
            topics.all().forEach(topic -> response.topics().add(describe(topic)));
        } else {
            request.topics()
                    .forEach(asked -> response.topics().add(describe(topics.of(asked.topicId(), asked.name()))));
        }
        return response;
    }

    private static MetadataResponseTopic describe(StubTopic topic) {
        List<MetadataResponsePartition> partitions = new ArrayList<>();
        for (int i = 0; i < topic.partitions().size(); i++) {
            partitions.add(new MetadataResponsePartition()
                    .setPartitionIndex(i)
                    .setLeaderId(BROKER)
                    .setLeaderEpoch(0)
                    .setReplicaNodes(REPLICAS)
                    .setIsrNodes(REPLICAS));
        }
        return new MetadataResponseTopic()
                .setName(topic.name())
                .setTopicId(topic.id())
                .setPartitions(partitions);
    }

    FindCoordinatorResponseData coordinators(FindCoordinatorRequestData request) {
        return new FindCoordinatorResponseData()
                .setCoordinators(request.coordinatorKeys().stream()
                        .map(key -> new Coordinator()
                                .setKey(key)
                                .setNodeId(BROKER)
                                .setHost(host)
                                .setPort(port))
                        .toList());
    }

    ListOffsetsResponseData offsets(ListOffsetsRequestData request) {
        return new ListOffsetsResponseData()
                .setTopics(request.topics().stream()
                        .map(asked -> new ListOffsetsTopicResponse()
                                .setName(asked.name())
                                .setPartitions(asked.partitions().stream()
                                        .map(partition -> offset(request, topics.named(asked.name()), partition))
                                        .toList()))
                        .toList());
    }

    private static ListOffsetsPartitionResponse offset(
            ListOffsetsRequestData request, StubTopic topic, ListOffsetsPartition asked) {
        ListOffsetsPartitionResponse response =
                new ListOffsetsPartitionResponse().setPartitionIndex(asked.partitionIndex());
        if (asked.timestamp() != ListOffsetsRequest.LATEST_TIMESTAMP) {
            return response.setErrorCode(Errors.INVALID_REQUEST.code());
        }
        return response.setLeaderEpoch(0)
                .setOffset(end(request, topic.partitions().get(asked.partitionIndex())));
    }

    /** Returns the end as the one who asks sees it: a replica all of the log, a consumer what it may read. */
    private static long end(ListOffsetsRequestData request, PartitionLog log) {
        return request.replicaId() == ListOffsetsRequest.CONSUMER_REPLICA_ID
                ? log.end(IsolationLevel.forId(request.isolationLevel()))
                : log.end();
    }
}
