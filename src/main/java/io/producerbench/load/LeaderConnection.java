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
 * Asks one broker for the log ends of the partitions it leads, by a ListOffsets request with a
 * replica's id. A broker tells a replica the log's end, but a consumer only the high watermark,
 * because it applies the isolation level to replica id -1 alone (KafkaApis and
 * ReplicaManager.fetchOffset). To be used by one thread.
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

    /** Sends the question, and connects first if there is no connection. */
    void ask() throws IOException {
        if (connection == null) {
            connection = BrokerConnection.open(address, TIMEOUT_MILLIS);
        }
        connection.send(ListOffsetsRequest.Builder.forReplica(VERSION, ListOffsetsRequest.DEBUGGING_REPLICA_ID)
                .setTargetTimes(List.of(asked))
                .build(VERSION));
    }

    /**
     * Waits for the answer to the last question, and returns the sum of the log ends.
     *
     * @throws org.apache.kafka.common.errors.ApiException if the broker answered with an error
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
