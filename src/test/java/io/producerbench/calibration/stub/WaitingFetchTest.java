package io.producerbench.calibration.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.message.FetchRequestData;
import org.apache.kafka.common.message.FetchRequestData.FetchPartition;
import org.apache.kafka.common.message.FetchRequestData.FetchTopic;
import org.apache.kafka.common.message.FetchResponseData;
import org.apache.kafka.common.message.FetchResponseData.PartitionData;
import org.apache.kafka.common.message.ResponseHeaderData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.internal.ControlRecordType;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.apache.kafka.common.requests.RequestHeader;
import org.junit.jupiter.api.Test;

/** One fetch, which waits for at most 500 ms, of a partition without records. */
class WaitingFetchTest {
    private static final short VERSION = ApiKeys.FETCH.latestVersion();
    private static final long ARRIVAL = 1_000;
    private static final long DEADLINE = ARRIVAL + 500_000_000;
    private static final long PRODUCER = 7;

    private final StubScript script = StubScript.prompt(1).withVisibleDelay(new Delay.Constant(30));
    private final KeptLogs kept = new KeptLogs(script, new ReadFaults(), new ReferenceRecorder(true));
    private final StubTopics topics = new StubTopics(1, kept);
    private final PartitionLog log = topics.named("t").partitions().get(0);

    @Test
    void is_due_at_its_deadline_and_then_without_records() {
        WaitingFetch fetch = fetch(0, 1, IsolationLevel.READ_UNCOMMITTED);

        assertThat(fetch.dueNanos()).isEqualTo(DEADLINE);
        assertThat(partition(fetch).records().sizeInBytes()).isZero();
        assertThat(partition(fetch).errorCode()).isZero();
    }

    @Test
    void is_due_at_once_when_a_record_is_shown() {
        WaitingFetch fetch = fetch(0, 1, IsolationLevel.READ_UNCOMMITTED);

        log.append(batch(), ARRIVAL);
        assertThat(fetch.dueNanos()).isEqualTo(DEADLINE);

        kept.show();
        assertThat(fetch.dueNanos()).isEqualTo(ARRIVAL);
        PartitionData data = partition(fetch);
        assertThat(((MemoryRecords) data.records()).records()).hasSize(1);
        assertThat(data.highWatermark()).isEqualTo(1);
    }

    @Test
    void waits_for_as_many_bytes_as_the_consumer_asked_for() {
        log.append(batch(), ARRIVAL);
        kept.show();

        assertThat(fetch(0, batch().sizeInBytes(), IsolationLevel.READ_UNCOMMITTED)
                        .dueNanos())
                .isEqualTo(ARRIVAL);
        assertThat(fetch(0, batch().sizeInBytes() + 1, IsolationLevel.READ_UNCOMMITTED)
                        .dueNanos())
                .isEqualTo(DEADLINE);
    }

    @Test
    void with_read_committed_it_waits_for_the_end_of_the_transaction_and_names_it_if_it_was_aborted() {
        WaitingFetch fetch = fetch(0, 1, IsolationLevel.READ_COMMITTED);
        log.append(transactional(), ARRIVAL);
        kept.show();

        assertThat(fetch.dueNanos()).isEqualTo(DEADLINE);
        assertThat(fetch(0, 1, IsolationLevel.READ_UNCOMMITTED).dueNanos()).isEqualTo(ARRIVAL);

        log.appendControlRecord(ControlRecordType.ABORT, PRODUCER, ARRIVAL);
        kept.show();

        assertThat(fetch.dueNanos()).isEqualTo(ARRIVAL);
        PartitionData data = partition(fetch);
        assertThat(data.lastStableOffset()).isEqualTo(2);
        assertThat(data.abortedTransactions())
                .extracting(one -> one.producerId() + " from " + one.firstOffset())
                .containsExactly(PRODUCER + " from 0");
    }

    @Test
    void an_offset_behind_the_end_is_refused_at_once() {
        WaitingFetch fetch = fetch(1, 1, IsolationLevel.READ_UNCOMMITTED);

        assertThat(fetch.dueNanos()).isEqualTo(ARRIVAL);
        assertThat(partition(fetch).errorCode()).isEqualTo(Errors.OFFSET_OUT_OF_RANGE.code());
    }

    @Test
    void of_a_broker_that_keeps_no_records_nothing_can_be_fetched() {
        PartitionLog counting = new PartitionLog(Optional.empty());

        assertThatIllegalStateException().isThrownBy(counting::kept).withMessageContaining("keeps no records");
    }

    private WaitingFetch fetch(long offset, int minBytes, IsolationLevel isolation) {
        FetchPartition partition = new FetchPartition().setFetchOffset(offset).setPartitionMaxBytes(1_000_000);
        FetchTopic topic = new FetchTopic().setTopicId(topics.named("t").id()).setPartitions(List.of(partition));
        FetchRequestData request = new FetchRequestData()
                .setMaxWaitMs(500)
                .setMinBytes(minBytes)
                .setIsolationLevel(isolation.id())
                .setTopics(List.of(topic));
        return new WaitingFetch(new RequestHeader(ApiKeys.FETCH, VERSION, "client", 7), request, topics, ARRIVAL);
    }

    /** Read from the bytes, as a client does. */
    private static PartitionData partition(WaitingFetch fetch) {
        ByteBuffer bytes = fetch.bytes().duplicate();
        assertThat(bytes.getInt()).isEqualTo(bytes.remaining());
        ByteBufferAccessor readable = new ByteBufferAccessor(bytes);
        assertThat(new ResponseHeaderData(readable, ApiKeys.FETCH.responseHeaderVersion(VERSION)).correlationId())
                .isEqualTo(7);
        FetchResponseData response = new FetchResponseData(readable, VERSION);
        assertThat(bytes.hasRemaining()).isFalse();
        return response.responses().get(0).partitions().get(0);
    }

    private static RecordBatch batch() {
        return MemoryRecords.withRecords(Compression.NONE, new SimpleRecord(new byte[9]))
                .batches()
                .iterator()
                .next();
    }

    private static RecordBatch transactional() {
        return MemoryRecords.withTransactionalRecords(
                        Compression.NONE, PRODUCER, (short) 3, 0, new SimpleRecord(new byte[9]))
                .batches()
                .iterator()
                .next();
    }
}
