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
 * Asks one broker for the log ends of the partitions it leads, by a ListOffsets request with a replica's id. A broker tells a
 * replica the log's end, but a consumer only the high watermark, because it applies the isolation level to replica id -1 alone
 * (KafkaApis and ReplicaManager.fetchOffset). To be used by one thread.
 */
final class LeaderConnection implements AutoCloseable {
    /** Every broker since Kafka 2.2 understands it, and it is the last version whose header needs no tagged fields. */
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

    /** Sends the question, and connects first if there is no connection. */
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
     * Waits for the answer to the last question, and returns the sum of the log ends.
     *
     * @throws org.apache.kafka.common.errors.ApiException if the broker answered with an error
     */
    long answer() throws IOException {
        byte[] answer = new byte[in.readInt()];
        in.readFully(answer); // throws if the connection ends before the answer does
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
