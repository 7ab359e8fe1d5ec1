package io.producerbench.calibration.stub;

import io.producerbench.calibration.stub.StubTopics.StubTopic;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.message.FetchRequestData;
import org.apache.kafka.common.message.FetchRequestData.FetchPartition;
import org.apache.kafka.common.message.FetchRequestData.FetchTopic;
import org.apache.kafka.common.message.FetchResponseData;
import org.apache.kafka.common.message.FetchResponseData.AbortedTransaction;
import org.apache.kafka.common.message.FetchResponseData.FetchableTopicResponse;
import org.apache.kafka.common.message.FetchResponseData.PartitionData;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.MutableRecordBatch;
import org.apache.kafka.common.requests.RequestHeader;

/**
 * The reply to a fetch. It is due when the consumer may read as many bytes as it asked for, or when
 * it has waited as long as it said.
 *
 * <p>There are no fetch sessions, so that each request names all partitions and each reply has them
 * all. What a consumer asks for beyond {@code max.partition.fetch.bytes} is not looked at.
 */
final class WaitingFetch implements Reply {
    private final RequestHeader header;
    private final FetchRequestData request;
    private final IsolationLevel isolation;
    private final StubTopics topics;
    private final long arrivalNanos;
    private ByteBuffer bytes;

    WaitingFetch(RequestHeader header, FetchRequestData request, StubTopics topics, long arrivalNanos) {
        this.header = header;
        this.request = request;
        this.isolation = IsolationLevel.forId(request.isolationLevel());
        this.topics = topics;
        this.arrivalNanos = arrivalNanos;
    }

    @Override
    public ReplyKind kind() {
        return ReplyKind.OTHER;
    }

    @Override
    public ReplyAction action() {
        return ReplyAction.REPLY;
    }

    @Override
    public long dueNanos() {
        return isSatisfied() ? arrivalNanos : arrivalNanos + TimeUnit.MILLISECONDS.toNanos(request.maxWaitMs());
    }

    private boolean isSatisfied() {
        long readable = 0;
        for (FetchTopic topic : request.topics()) {
            for (FetchPartition asked : topic.partitions()) {
                KeptLog log = log(topic, asked);
                if (isOutOfRange(log, asked)) {
                    return true;
                }
                readable += size(read(log, asked));
            }
        }
        return readable >= request.minBytes();
    }

    private KeptLog log(FetchTopic topic, FetchPartition asked) {
        StubTopic of = topics.of(topic.topicId(), topic.topic());
        return of.partitions().get(asked.partition()).kept();
    }

    private static boolean isOutOfRange(KeptLog log, FetchPartition asked) {
        return asked.fetchOffset() < 0 || asked.fetchOffset() > log.end(IsolationLevel.READ_UNCOMMITTED);
    }

    private List<MutableRecordBatch> read(KeptLog log, FetchPartition asked) {
        return log.read(asked.fetchOffset(), isolation, asked.partitionMaxBytes());
    }

    private static int size(List<MutableRecordBatch> batches) {
        return batches.stream().mapToInt(MutableRecordBatch::sizeInBytes).sum();
    }

    /** Returns always the same bytes, which are those that could be read at the first call. */
    @Override
    public ByteBuffer bytes() {
        if (bytes == null) {
            bytes = Reply.bytes(header, response());
        }
        return bytes;
    }

    private FetchResponseData response() {
        FetchResponseData response = new FetchResponseData();
        for (FetchTopic topic : request.topics()) {
            List<PartitionData> partitions = new ArrayList<>();
            topic.partitions().forEach(asked -> partitions.add(partition(log(topic, asked), asked)));
            response.responses()
                    .add(new FetchableTopicResponse()
                            .setTopic(topic.topic())
                            .setTopicId(topic.topicId())
                            .setPartitions(partitions));
        }
        return response;
    }

    private PartitionData partition(KeptLog log, FetchPartition asked) {
        PartitionData data = new PartitionData()
                .setPartitionIndex(asked.partition())
                .setHighWatermark(log.end(IsolationLevel.READ_UNCOMMITTED))
                .setLastStableOffset(log.end(IsolationLevel.READ_COMMITTED))
                .setLogStartOffset(0)
                .setAbortedTransactions(null)
                .setRecords(MemoryRecords.EMPTY);
        if (isOutOfRange(log, asked)) {
            return data.setErrorCode(Errors.OFFSET_OUT_OF_RANGE.code());
        }
        if (isolation == IsolationLevel.READ_COMMITTED) {
            data.setAbortedTransactions(aborted(log, asked));
        }
        return data.setRecords(records(read(log, asked)));
    }

    private List<AbortedTransaction> aborted(KeptLog log, FetchPartition asked) {
        return log.aborted(asked.fetchOffset(), log.end(isolation)).stream()
                .map(transaction -> new AbortedTransaction()
                        .setProducerId(transaction.producerId())
                        .setFirstOffset(transaction.firstOffset()))
                .toList();
    }

    private static MemoryRecords records(List<MutableRecordBatch> batches) {
        ByteBuffer joined = ByteBuffer.allocate(size(batches));
        batches.forEach(batch -> batch.writeTo(joined));
        return MemoryRecords.readableRecords(joined.flip());
    }
}
