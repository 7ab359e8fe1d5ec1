package io.producerbench.calibration.stub;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.calibration.stub.KeptLog.Aborted;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.internal.ControlRecordType;
import org.apache.kafka.common.record.internal.EndTransactionMarker;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.MutableRecordBatch;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.junit.jupiter.api.Test;

/** All batches are acknowledged at 100 ns, and shown so many nanoseconds later. */
class KeptLogTest {
    private static final long ACKNOWLEDGED = 100;
    private static final short EPOCH = 3;
    private static final int ROOM = 1_000_000;
    private static final IsolationLevel ANY = IsolationLevel.READ_UNCOMMITTED;
    private static final IsolationLevel COMMITTED = IsolationLevel.READ_COMMITTED;

    private final ReadFaults faults = new ReadFaults();
    private final ReferenceRecorder recorder = new ReferenceRecorder(true);
    private long end;

    @Test
    void a_batch_is_shown_when_its_delay_is_over_and_not_before_the_one_in_front() {
        KeptLog log = log(50, 10, 70);
        append(log, plain(3));
        append(log, plain(2));
        append(log, plain(1));

        log.show(ACKNOWLEDGED + 49);
        assertThat(log.end(ANY)).isZero();
        assertThat(log.read(0, ANY, ROOM)).isEmpty();
        assertThat(log.nextShowNanos()).isEqualTo(ACKNOWLEDGED + 50);

        log.show(ACKNOWLEDGED + 50);
        assertThat(log.end(ANY)).isEqualTo(5);
        assertThat(log.end(COMMITTED)).isEqualTo(5);
        assertThat(offsets(log.read(0, ANY, ROOM))).containsExactly(0L, 3L);

        log.show(ACKNOWLEDGED + 70);
        assertThat(log.nextShowNanos()).isEqualTo(Connection.NOTHING_DUE);
        assertThat(offsets(log.read(0, ANY, ROOM))).containsExactly(0L, 3L, 5L);
    }

    @Test
    void a_consumer_reads_from_the_batch_with_its_offset_on_as_much_as_it_has_room_for() {
        KeptLog log = log(0, 0, 0);
        append(log, plain(3));
        append(log, plain(2));
        append(log, plain(1));
        log.show(ACKNOWLEDGED);

        assertThat(offsets(log.read(2, ANY, ROOM))).containsExactly(0L, 3L, 5L);
        assertThat(offsets(log.read(3, ANY, ROOM))).containsExactly(3L, 5L);
        assertThat(offsets(log.read(0, ANY, 1))).containsExactly(0L);
        assertThat(offsets(log.read(6, ANY, ROOM))).isEmpty();
    }

    @Test
    void a_kept_batch_is_a_copy_that_is_whole() {
        KeptLog log = log(0, 0);
        append(log, plain(3));
        MemoryRecords request = records(7, 2);
        append(log, request.batches().iterator().next());
        request.buffer().put(0, new byte[request.sizeInBytes()]);
        log.show(ACKNOWLEDGED);

        MutableRecordBatch read = log.read(3, ANY, ROOM).get(0);
        read.ensureValid();
        assertThat(read).hasSize(2);
        assertThat(read.lastOffset()).isEqualTo(4);
    }

    @Test
    void an_open_transaction_holds_back_read_committed_until_its_marker_is_shown() {
        KeptLog log = log(0, 0, 0, 20);
        append(log, plain(1));
        append(log, transactional(7, 2));
        append(log, plain(1));
        append(log, marker(7, ControlRecordType.COMMIT));

        log.show(ACKNOWLEDGED);
        assertThat(log.end(ANY)).isEqualTo(4);
        assertThat(log.end(COMMITTED)).isEqualTo(1);
        assertThat(offsets(log.read(0, COMMITTED, ROOM))).containsExactly(0L);

        log.show(ACKNOWLEDGED + 20);
        assertThat(log.end(COMMITTED)).isEqualTo(5);
        assertThat(log.aborted(0, 5)).isEmpty();
    }

    @Test
    void an_aborted_transaction_is_named_to_those_who_read_a_part_of_it() {
        KeptLog log = aborting();

        assertThat(log.end(COMMITTED)).isEqualTo(5);
        Aborted transaction = new Aborted(7, 1, 3);
        assertThat(log.aborted(0, 5)).containsExactly(transaction);
        assertThat(log.aborted(3, 5)).containsExactly(transaction);
        assertThat(log.aborted(0, 1)).isEmpty();
        assertThat(log.aborted(4, 5)).isEmpty();
    }

    @Test
    void planted_an_aborted_transaction_is_not_named_once() {
        faults.plant(ReadFault.ABORTED_SHOWN);

        assertThat(aborting().aborted(0, 5)).isEmpty();
        assertThat(aborting().aborted(0, 5)).hasSize(1);
    }

    @Test
    void planted_a_batch_is_left_out_once_and_its_offsets_too() {
        KeptLog log = log(0, 0);
        append(log, plain(1));
        faults.plant(ReadFault.SKIPPED);
        append(log, plain(2));
        append(log, plain(1));
        log.show(ACKNOWLEDGED);

        assertThat(offsets(log.read(0, ANY, ROOM))).containsExactly(0L, 3L);
        assertThat(log.end(ANY)).isEqualTo(4);
    }

    private KeptLog aborting() {
        end = 0;
        KeptLog log = log(0, 0, 0, 0);
        append(log, plain(1));
        append(log, transactional(7, 2));
        append(log, marker(7, ControlRecordType.ABORT));
        append(log, plain(1));
        log.show(ACKNOWLEDGED);
        return log;
    }

    private KeptLog log(long... delays) {
        Iterator<Long> next = Arrays.stream(delays).iterator();
        return new KeptLog("t", 0, next::next, faults, recorder);
    }

    private void append(KeptLog log, RecordBatch batch) {
        log.append(batch, end, ACKNOWLEDGED);
        end += PartitionLog.size(batch);
    }

    private static List<Long> offsets(List<MutableRecordBatch> batches) {
        return batches.stream().map(RecordBatch::baseOffset).toList();
    }

    private static RecordBatch plain(int records) {
        return records(-1, records).batches().iterator().next();
    }

    /** @param producerId -1 for a producer without idempotence */
    private static MemoryRecords records(long producerId, int count) {
        SimpleRecord[] content =
                Collections.nCopies(count, new SimpleRecord(new byte[9])).toArray(SimpleRecord[]::new);
        return producerId < 0
                ? MemoryRecords.withRecords(Compression.NONE, content)
                : MemoryRecords.withIdempotentRecords(Compression.NONE, producerId, EPOCH, 0, content);
    }

    private static RecordBatch transactional(long producerId, int records) {
        SimpleRecord[] content =
                Collections.nCopies(records, new SimpleRecord(new byte[9])).toArray(SimpleRecord[]::new);
        return MemoryRecords.withTransactionalRecords(Compression.NONE, producerId, EPOCH, 0, content)
                .batches()
                .iterator()
                .next();
    }

    private static RecordBatch marker(long producerId, ControlRecordType type) {
        return MemoryRecords.withEndTransactionMarker(producerId, EPOCH, new EndTransactionMarker(type, 0))
                .batches()
                .iterator()
                .next();
    }
}
