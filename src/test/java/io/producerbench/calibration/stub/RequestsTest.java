package io.producerbench.calibration.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.message.ApiVersionsResponseData;
import org.apache.kafka.common.message.HeartbeatRequestData;
import org.apache.kafka.common.message.ProduceRequestData;
import org.apache.kafka.common.message.ProduceRequestData.PartitionProduceData;
import org.apache.kafka.common.message.ProduceRequestData.TopicProduceData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.RequestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestsTest {
    private static final short PRODUCE_BY_NAME = 12;
    private static final long ARRIVAL = 1_000;

    @Test
    void a_client_from_the_future_is_told_the_versions_in_the_oldest_format() {
        ByteBuffer request = ByteBuffer.allocate(64)
                .putShort(ApiKeys.API_VERSIONS.id)
                .putShort((short) 99)
                .putInt(7)
                .putShort((short) -1)
                .put((byte) 0)
                .flip();

        ByteBuffer reply =
                requests(StubScript.prompt(1)).answer(request, ARRIVAL).bytes();

        assertThat(reply.getInt()).isEqualTo(reply.remaining());
        assertThat(reply.getInt()).isEqualTo(7);
        var versions = new ApiVersionsResponseData(new ByteBufferAccessor(reply), (short) 0);
        assertThat(versions.errorCode()).isEqualTo(Errors.UNSUPPORTED_VERSION.code());
        assertThat(versions.apiKeys())
                .extracting(api -> ApiKeys.forId(api.apiKey()))
                .contains(ApiKeys.PRODUCE);
    }

    @Test
    void a_request_that_nobody_should_send_is_named() {
        ByteBuffer request = bytes(ApiKeys.HEARTBEAT, (short) 4, new HeartbeatRequestData());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> requests(StubScript.prompt(1)).answer(request, ARRIVAL))
                .withMessageContaining("expected a request that this stub broker said it understands, got ")
                .withMessageContaining("HEARTBEAT");
    }

    @ParameterizedTest
    @CsvSource({
        "0, NONE, NOTHING",
        "0, REFUSED, CLOSE",
        "0, NOT_ENOUGH_REPLICAS, CLOSE",
        "0, DISCONNECT, CLOSE",
        "0, SILENT, NOTHING",
        "1, NONE, REPLY",
        "1, REFUSED, REPLY",
        "1, DISCONNECT, CLOSE",
        "1, SILENT, SILENCE",
    })
    void a_producer_is_answered_by_its_acks_and_by_the_script(short acks, ScriptedError error, ReplyAction action) {
        StubScript script = StubScript.prompt(1).withErrors(error == ScriptedError.NONE ? 0 : 1, error);

        assertThat(requests(script).answer(produce(acks), ARRIVAL).action()).isEqualTo(action);
    }

    @Test
    void a_reply_is_due_after_the_delay_of_its_kind() {
        StubScript script = StubScript.prompt(1).withProduceDelay(new Delay.Constant(30));

        assertThat(requests(script).answer(produce((short) 1), ARRIVAL).dueNanos())
                .isEqualTo(ARRIVAL + 30);
    }

    @Test
    void with_a_service_time_a_request_waits_for_those_before_it_and_an_idle_broker_begins_at_once() {
        Requests busy = requests(StubScript.prompt(1).withProduceDelay(new Delay.Service(30)));

        assertThat(busy.answer(produce((short) 1), ARRIVAL).dueNanos()).isEqualTo(ARRIVAL + 30);
        assertThat(busy.answer(produce((short) 1), ARRIVAL + 10).dueNanos()).isEqualTo(ARRIVAL + 60);
        assertThat(busy.answer(produce((short) 1), ARRIVAL + 70).dueNanos()).isEqualTo(ARRIVAL + 100);
    }

    @Test
    void an_ordered_error_hits_one_batch() {
        Requests requests = requests(StubScript.prompt(1));
        requests.failNext(ScriptedError.DISCONNECT);

        assertThat(requests.answer(produce((short) 1), ARRIVAL).action()).isEqualTo(ReplyAction.CLOSE);
        assertThat(requests.answer(produce((short) 1), ARRIVAL).action()).isEqualTo(ReplyAction.REPLY);
    }

    private static Requests requests(StubScript script) {
        ReadFaults faults = new ReadFaults();
        ReferenceRecorder recorder = new ReferenceRecorder(true);
        StubTopics topics = new StubTopics(script.partitions(), new KeptLogs(script, faults, recorder));
        return new Requests(script, new Directory("localhost", 1, topics), topics, recorder, faults);
    }

    private static ByteBuffer produce(short acks) {
        ProduceRequestData data = new ProduceRequestData().setAcks(acks);
        TopicProduceData topic = new TopicProduceData().setName("topic");
        topic.partitionData()
                .add(new PartitionProduceData()
                        .setRecords(MemoryRecords.withRecords(Compression.NONE, new SimpleRecord(new byte[1]))));
        data.topicData().add(topic);
        return bytes(ApiKeys.PRODUCE, PRODUCE_BY_NAME, data);
    }

    private static ByteBuffer bytes(ApiKeys api, short version, ApiMessage body) {
        RequestHeader header = new RequestHeader(api, version, "client", 7);
        return RequestUtils.serialize(header.data(), header.headerVersion(), body, version);
    }
}
