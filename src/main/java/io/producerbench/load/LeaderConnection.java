package io.producerbench.load;

import io.producerbench.wire.BrokerConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import org.apache.kafka.common.message.ListOffsetsRequestData.ListOffsetsPartition;
import org.apache.kafka.common.message.ListOffsetsRequestData.ListOffsetsTopic;
import org.apache.kafka.common.message.ListOffsetsResponseData;
import org.apache.kafka.common.message.ListOffsetsResponseData.ListOffsetsPartitionResponse;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.ListOffsetsRequest;

/**
 * Asks one broker for the log ends of partitions it leads: ListOffsets as a replica would ask, who unlike a consumer is told the
 * log's end and not the high watermark (KafkaApis and ReplicaManager.fetchOffset: the isolation level is applied to replica id -1
 * alone). Not for several threads.
 */
final class LeaderConnection implements AutoCloseable {
    /** Understood by every broker since Kafka 2.2. */
    private static final short VERSION = 5;

    private static final int TIMEOUT_MILLIS = 30_000;

    private final InetSocketAddress address;
    private final ListOffsetsTopic asked;
    private BrokerConnection connection;

    LeaderConnection(String host, int port, String topic, List<Integer> partitions) {
        this.address = new InetSocketAddress(host, port);
        this.asked = new ListOffsetsTopic()
                .setName(topic)
                .setPartitions(partitions.stream()
                        .map(partition -> new ListOffsetsPartition()
                                .setPartitionIndex(partition)
                                .setTimestamp(ListOffsetsRequest.LATEST_TIMESTAMP))
                        .toList());
    }

    void ask() throws IOException {
        if (connection == null) {
            connection = BrokerConnection.open(address, TIMEOUT_MILLIS);
        }
        connection.send(ListOffsetsRequest.Builder.forReplica(VERSION, ListOffsetsRequest.DEBUGGING_REPLICA_ID)
                .setTargetTimes(List.of(asked))
                .build(VERSION));
    }

    /**
     * Waits for the answer to what was asked last, and returns the sum of the log ends.
     *
     * @throws org.apache.kafka.common.errors.ApiException what the broker said instead
     */
    long answer() throws IOException {
        return ((ListOffsetsResponseData) connection.receive().data())
                .topics().stream()
                        .flatMap(topic -> topic.partitions().stream())
                        .mapToLong(LeaderConnection::offset)
                        .sum();
    }

    private static long offset(ListOffsetsPartitionResponse partition) {
        Errors.forCode(partition.errorCode()).maybeThrow();
        return partition.offset();
    }

    @Override
    public void close() {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            connection = null;
        }
    }
}
