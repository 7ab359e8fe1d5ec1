package io.producerbench.calibration.stub;

import io.producerbench.calibration.stub.ReferenceLog.Batch;
import io.producerbench.calibration.stub.StubTopics.StubTopic;
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

/** Appends the batches of produce requests to the logs, with the errors of the script. */
final class Appends {
    private final StubTopics topics;
    private final Producers producers;
    private final ReferenceRecorder recorder;
    private final ReadFaults faults;
    private final double errorShare;
    private final ScriptedError errorKind;
    private final SplittableRandom random;
    private ScriptedError ordered = ScriptedError.NONE;

    Appends(
            StubScript script,
            SplittableRandom random,
            StubTopics topics,
            Producers producers,
            ReferenceRecorder recorder,
            ReadFaults faults) {
        this.topics = topics;
        this.producers = producers;
        this.recorder = recorder;
        this.faults = faults;
        this.errorShare = script.errorShare();
        this.errorKind = script.errorKind();
        this.random = random;
    }

    /** The response to one request and what happens to it. */
    record ProduceResult(ProduceResponseData response, ReplyAction action) {}

    /** When a request arrived, and when its reply is due. */
    record ProduceTimes(long arrivalNanos, long acknowledgedNanos) {}

    /** This error hits the next batch, whatever the script says. */
    void failNext(ScriptedError error) {
        ordered = error;
    }

    ProduceResult append(ProduceRequestData request, ProduceTimes times) {
        ProduceResponseData response = new ProduceResponseData();
        ReplyAction action = ReplyAction.REPLY;
        boolean failed = false;
        for (TopicProduceData data : request.topicData()) {
            StubTopic topic = topics.of(data.topicId(), data.name());
            List<PartitionProduceResponse> partitions =
                    new ArrayList<>(data.partitionData().size());
            for (PartitionProduceData batch : data.partitionData()) {
                ScriptedError error = nextError();
                action = action.or(error.action());
                partitions.add(append(request.transactionalId(), topic, batch, error, times));
                failed |= partitions.get(partitions.size() - 1).errorCode() != 0;
            }
            response.responses()
                    .add(new TopicProduceResponse()
                            .setName(data.name())
                            .setTopicId(data.topicId())
                            .setPartitionResponses(partitions));
        }
        return new ProduceResult(response, request.acks() == 0 ? unacknowledged(action, failed) : action);
    }

    /**
     * With acks=0, a broker closes the connection after a failure, because it has no other way to
     * report it.
     */
    private static ReplyAction unacknowledged(ReplyAction action, boolean failed) {
        return failed || action == ReplyAction.CLOSE ? ReplyAction.CLOSE : ReplyAction.NOTHING;
    }

    private ScriptedError nextError() {
        if (ordered != ScriptedError.NONE) {
            ScriptedError error = ordered;
            ordered = ScriptedError.NONE;
            return error;
        }
        return errorShare > 0 && random.nextDouble() < errorShare ? errorKind : ScriptedError.NONE;
    }

    private PartitionProduceResponse append(
            String transactionalId,
            StubTopic topic,
            PartitionProduceData data,
            ScriptedError error,
            ProduceTimes times) {
        // Since produce version 3 a partition's share of a request is exactly one batch.
        RecordBatch batch =
                ((MemoryRecords) data.records()).batches().iterator().next();
        PartitionLog log = topic.partitions().get(data.index());
        long offset = log.offsetOfDuplicate(batch);
        boolean appends = error.appends() && offset < 0;
        if (appends) {
            offset = log.append(batch, times.acknowledgedNanos());
            if (faults.strikes(ReadFault.DOUBLED)) {
                log.append(batch, times.acknowledgedNanos());
            }
            if (transactionalId != null) {
                producers.wrote(transactionalId, batch.producerId(), log);
            }
        }
        recorder.batch(new Batch(
                topic.name(),
                data.index(),
                offset,
                PartitionLog.size(batch),
                appends,
                error,
                times.arrivalNanos(),
                ReferenceLog.NEVER));
        short code = error.told().code();
        return new PartitionProduceResponse()
                .setIndex(data.index())
                .setErrorCode(code)
                .setBaseOffset(code == 0 ? offset : -1)
                .setLogStartOffset(code == 0 ? 0 : -1);
    }
}
