package io.producerbench.calibration.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Optional;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.internal.ControlRecordType;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.junit.jupiter.api.Test;

class PartitionLogTest {
    private static final short EPOCH = 3;
    private static final long ACKNOWLEDGED = 1_000;

    private final PartitionLog log = new PartitionLog(Optional.empty());

    @Test
    void the_end_moves_by_the_records_of_a_batch() {
        assertThat(log.append(batch(7, 0, 3), ACKNOWLEDGED)).isZero();
        assertThat(log.append(batch(7, 3, 2), ACKNOWLEDGED)).isEqualTo(3);
        log.appendControlRecord(ControlRecordType.COMMIT, 7, ACKNOWLEDGED);

        assertThat(log.end()).isEqualTo(6);
    }

    @Test
    void the_last_five_batches_of_a_producer_are_known_again() {
        for (int sequence = 0; sequence < 6; sequence++) {
            log.append(batch(7, sequence, 1), ACKNOWLEDGED);
        }

        assertThat(log.offsetOfDuplicate(batch(7, 0, 1))).isEqualTo(-1);
        assertThat(log.offsetOfDuplicate(batch(7, 1, 1))).isEqualTo(1);
        assertThat(log.offsetOfDuplicate(batch(7, 5, 1))).isEqualTo(5);
        assertThat(log.offsetOfDuplicate(batch(7, 6, 1))).isEqualTo(-1);
    }

    @Test
    void another_producer_or_epoch_is_no_duplicate() {
        log.append(batch(7, 0, 1), ACKNOWLEDGED);

        assertThat(log.offsetOfDuplicate(batch(8, 0, 1))).isEqualTo(-1);
        assertThat(log.offsetOfDuplicate(of(7, (short) (EPOCH + 1), 0, 1))).isEqualTo(-1);
    }

    @Test
    void without_idempotence_nothing_is_known_again() {
        RecordBatch batch = MemoryRecords.withRecords(Compression.NONE, new SimpleRecord(new byte[1]))
                .batches()
                .iterator()
                .next();
        log.append(batch, ACKNOWLEDGED);

        assertThat(log.offsetOfDuplicate(batch)).isEqualTo(-1);
    }

    private static RecordBatch batch(long producerId, int baseSequence, int records) {
        return of(producerId, EPOCH, baseSequence, records);
    }

    private static RecordBatch of(long producerId, short epoch, int baseSequence, int records) {
        SimpleRecord[] content =
                Collections.nCopies(records, new SimpleRecord(new byte[1])).toArray(SimpleRecord[]::new);
        return MemoryRecords.withIdempotentRecords(Compression.NONE, producerId, epoch, baseSequence, content)
                .batches()
                .iterator()
                .next();
    }
}
