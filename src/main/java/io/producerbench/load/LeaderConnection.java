package io.producerbench.load;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.common.message.ListOffsetsRequestData.ListOffsetsPartition;
import org.apache.kafka.common.message.ListOffsetsRequestData.ListOffsetsTopic;
import org.apache.kafka.common.message.ListOffsetsResponseData;
import org.apache.kafka.common.message.ListOffsetsResponseData.ListOffsetsPartitionResponse;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.ListOffsetsRequest;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.ResponseHeader;

/**
 * Asks one broker for the log ends of partitions it leads: ListOffsets as a replica would ask, who unlike a consumer is told the
 * log's end and not the high watermark (KafkaApis and ReplicaManager.fetchOffset: the isolation level is applied to replica id -1
 * alone). Not for several threads.
 */
final class LeaderConnection implements AutoCloseable {
    /** Understood by every broker since Kafka 2.2, and the last one whose header needs no tagged fields. */
    private static final short VERSION = 5;

    private static final int TIMEOUT_MILLIS = 30_000;

    private final InetSocketAddress address;
    private final ListOffsetsTopic asked;
    private Socket socket = new Socket();
    private DataOutputStream out;
    private DataInputStream in;
    private int correlation;

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
        if (out == null) {
            connect();
        }
        RequestHeader header = new RequestHeader(ApiKeys.LIST_OFFSETS, VERSION, "log-end", ++correlation);
        ByteBuffer request = ListOffsetsRequest.Builder.forReplica(VERSION, ListOffsetsRequest.DEBUGGING_REPLICA_ID)
                .setTargetTimes(List.of(asked))
                .build(VERSION)
                .serializeWithHeader(header);
        out.writeInt(request.remaining());
        out.write(request.array(), request.arrayOffset() + request.position(), request.remaining());
        out.flush();
    }

    private void connect() throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(address, TIMEOUT_MILLIS);
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    }

    /**
     * Waits for the answer to what was asked last, and returns the sum of the log ends.
     *
     * @throws org.apache.kafka.common.errors.ApiException what the broker said instead
     */
    long answer() throws IOException {
        byte[] answer = new byte[in.readInt()];
        in.readFully(answer); // one that ends early is an error of the connection
        ByteBuffer response = ByteBuffer.wrap(answer);
        ResponseHeader header = ResponseHeader.parse(response, ApiKeys.LIST_OFFSETS.responseHeaderVersion(VERSION));
        if (header.correlationId() != correlation) {
            throw new IOException(
                    "broker " + address + " answered question " + header.correlationId() + ", not " + correlation);
        }
        return new ListOffsetsResponseData(new ByteBufferAccessor(response), VERSION)
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
        out = null;
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
