package io.producerbench.calibration.stub;

import io.producerbench.calibration.stub.Appends.ProduceResult;
import io.producerbench.calibration.stub.Appends.ProduceTimes;
import io.producerbench.calibration.stub.ReferenceLog.EndTxn;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.apache.kafka.common.message.EndTxnRequestData;
import org.apache.kafka.common.message.FetchRequestData;
import org.apache.kafka.common.message.FindCoordinatorRequestData;
import org.apache.kafka.common.message.InitProducerIdRequestData;
import org.apache.kafka.common.message.ListOffsetsRequestData;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.ProduceRequestData;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.Readable;
import org.apache.kafka.common.record.internal.ControlRecordType;
import org.apache.kafka.common.requests.RequestHeader;

/** Turns the bytes of a request into its reply. */
final class Requests {
    private final Directory directory;
    private final StubTopics topics;
    private final Versions versions;
    private final Producers producers = new Producers();
    private final Appends appends;
    private final ReferenceRecorder recorder;
    private final Delay produceDelay;
    private final Delay endTxnDelay;
    private final SplittableRandom delays;
    private long idleFromNanos = Long.MIN_VALUE;

    Requests(StubScript script, Directory directory, StubTopics topics, ReferenceRecorder recorder, ReadFaults faults) {
        this.directory = directory;
        this.topics = topics;
        this.versions = new Versions(script);
        this.recorder = recorder;
        this.produceDelay = script.produceDelay();
        this.endTxnDelay = script.endTxnDelay();
        this.delays = new SplittableRandom(script.seed());
        this.appends = new Appends(script, delays.split(), topics, producers, recorder, faults);
    }

    /** This error hits the next batch. */
    void failNext(ScriptedError error) {
        appends.failNext(error);
    }

    /** Reads the request without keeping any part of it. */
    Reply answer(ByteBuffer request, long arrivalNanos) {
        RequestHeader header = RequestHeader.parse(request);
        Readable body = new ByteBufferAccessor(request);
        int fromRow = recorder.rows();
        return switch (header.apiKey()) {
            case PRODUCE -> produce(header, body, arrivalNanos);
            case END_TXN -> endTxn(header, new EndTxnRequestData(body, header.apiVersion()), arrivalNanos);
            case FETCH ->
                new WaitingFetch(header, new FetchRequestData(body, header.apiVersion()), topics, arrivalNanos);
            default ->
                new PreparedReply(
                        ReplyKind.OTHER,
                        ReplyAction.REPLY,
                        other(header, body, arrivalNanos),
                        arrivalNanos,
                        fromRow,
                        recorder.rows());
        };
    }

    private Reply produce(RequestHeader header, Readable body, long arrivalNanos) {
        int fromRow = recorder.rows();
        ProduceTimes times = new ProduceTimes(arrivalNanos, dueNanos(arrivalNanos));
        ProduceResult result = appends.append(new ProduceRequestData(body, header.apiVersion()), times);
        return new PreparedReply(
                ReplyKind.PRODUCE,
                result.action(),
                Reply.bytes(header, result.response()),
                times.acknowledgedNanos(),
                fromRow,
                recorder.rows());
    }

    /** Returns when a produce request is answered. With a service time it waits for those before it. */
    private long dueNanos(long arrivalNanos) {
        long nanos = produceDelay.nanos(delays);
        if (!(produceDelay instanceof Delay.Service)) {
            return arrivalNanos + nanos;
        }
        idleFromNanos = Math.max(arrivalNanos, idleFromNanos) + nanos;
        return idleFromNanos;
    }

    private Reply endTxn(RequestHeader header, EndTxnRequestData request, long arrivalNanos) {
        int fromRow = recorder.rows();
        long dueNanos = arrivalNanos + endTxnDelay.nanos(delays);
        ControlRecordType type = request.committed() ? ControlRecordType.COMMIT : ControlRecordType.ABORT;
        int controlRecords = producers.end(request.transactionalId(), type, dueNanos);
        recorder.endTxn(new EndTxn(request.committed(), controlRecords, arrivalNanos, ReferenceLog.NEVER));
        return new PreparedReply(
                ReplyKind.END_TXN,
                ReplyAction.REPLY,
                Reply.bytes(header, producers.ended(request)),
                dueNanos,
                fromRow,
                recorder.rows());
    }

    private ByteBuffer other(RequestHeader header, Readable body, long arrivalNanos) {
        short version = header.apiVersion();
        return switch (header.apiKey()) {
            case API_VERSIONS ->
                header.isApiVersionSupported()
                        ? Reply.bytes(header, versions.supported())
                        : Reply.bytes(header, (short) 0, versions.unsupported());
            case METADATA -> Reply.bytes(header, directory.metadata(new MetadataRequestData(body, version)));
            case FIND_COORDINATOR ->
                Reply.bytes(header, directory.coordinators(new FindCoordinatorRequestData(body, version)));
            case LIST_OFFSETS -> Reply.bytes(header, directory.offsets(new ListOffsetsRequestData(body, version)));
            case INIT_PRODUCER_ID ->
                Reply.bytes(header, startProducer(new InitProducerIdRequestData(body, version), arrivalNanos));
            default ->
                throw new IllegalArgumentException(
                        "expected a request that this stub broker said it understands, got " + header);
        };
    }

    private ApiMessage startProducer(InitProducerIdRequestData request, long arrivalNanos) {
        Producers.Start start = producers.start(request, arrivalNanos);
        if (start.controlRecords() > 0) {
            recorder.endTxn(new EndTxn(false, start.controlRecords(), arrivalNanos, ReferenceLog.NEVER));
        }
        return start.response();
    }
}
