package io.producerbench.calibration.stub;

import io.producerbench.calibration.stub.ReferenceLog.Batch;
import io.producerbench.calibration.stub.StubTopics.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.kafka.common.message.ProduceRequestData;
import org.apache.kafka.common.message.ProduceRequestData.PartitionProduceData;
import org.apache.kafka.common.message.ProduceRequestData.TopicProduceData;
import org.apache.kafka.common.message.ProduceResponseData;
import org.apache.kafka.common.message.ProduceResponseData.PartitionProduceResponse;
import org.apache.kafka.common.message.ProduceResponseData.TopicProduceResponse;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.RecordBatch;

/** What produce requests do to the logs, errors of the script included. */
final class Appends {
    private final StubTopics topics;
    private final Producers producers;
    private final ReferenceRecorder truth;
    private final double errorShare;
    private final ScriptedError errorKind;
    private final SplittableRandom random;

    Appends(
            StubScript script,
            SplittableRandom random,
            StubTopics topics,
            Producers producers,
            ReferenceRecorder truth) {
        this.topics = topics;
        this.producers = producers;
        this.truth = truth;
        this.errorShare = script.errorShare();
        this.errorKind = script.errorKind();
        this.random = random;
    }

    /** What one request comes to. */
    record Outcome(ProduceResponseData response, ReplyAction fate) {}

    Outcome append(ProduceRequestData request, long arrivalNanos) {
        ProduceResponseData response = new ProduceResponseData();
        ReplyAction fate = ReplyAction.REPLY;
        boolean failed = false;
        for (TopicProduceData data : request.topicData()) {
            Topic topic = topics.of(data.topicId(), data.name());
            List<PartitionProduceResponse> partitions =
                    new ArrayList<>(data.partitionData().size());
            for (PartitionProduceData batch : data.partitionData()) {
                ScriptedError error = nextError();
                fate = fate.or(error.fate());
                partitions.add(append(request.transactionalId(), topic, batch, error, arrivalNanos));
                failed |= partitions.get(partitions.size() - 1).errorCode() != 0;
            }
            response.responses()
                    .add(new TopicProduceResponse()
                            .setName(data.name())
                            .setTopicId(data.topicId())
                            .setPartitionResponses(partitions));
        }
        return new Outcome(response, request.acks() == 0 ? unacknowledged(fate, failed) : fate);
    }

    /** Having no other way to tell of a failure, a broker closes the connection. */
    private static ReplyAction unacknowledged(ReplyAction fate, boolean failed) {
        return failed || fate == ReplyAction.CLOSE ? ReplyAction.CLOSE : ReplyAction.NOTHING;
    }

    private ScriptedError nextError() {
        return errorShare > 0 && random.nextDouble() < errorShare ? errorKind : ScriptedError.NONE;
    }

    private PartitionProduceResponse append(
            String transactionalId, Topic topic, PartitionProduceData data, ScriptedError error, long arrivalNanos) {
        // Since produce version 3 a partition's share of a request is exactly one batch.
        RecordBatch batch =
                ((MemoryRecords) data.records()).batches().iterator().next();
        PartitionLog log = topic.partitions().get(data.index());
        long offset = log.offsetOfDuplicate(batch);
        boolean appends = error.appends() && offset < 0;
        if (appends) {
            offset = log.append(batch);
            if (transactionalId != null) {
                producers.wrote(transactionalId, log);
            }
        }
        truth.batch(new Batch(
                topic.name(),
                data.index(),
                offset,
                PartitionLog.size(batch),
                appends,
                error,
                arrivalNanos,
                ReferenceLog.NEVER));
        short code = error.told().code();
        return new PartitionProduceResponse()
                .setIndex(data.index())
                .setErrorCode(code)
                .setBaseOffset(code == 0 ? offset : -1)
                .setLogStartOffset(code == 0 ? 0 : -1);
    }
}
