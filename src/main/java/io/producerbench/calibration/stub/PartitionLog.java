package io.producerbench.calibration.stub;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.record.internal.ControlRecordType;
import org.apache.kafka.common.record.internal.EndTransactionMarker;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.RecordBatch;

/** The log of one partition. It counts records, and keeps them only where consumers are to read. */
final class PartitionLog {
    private final Map<Long, LastBatches> lastBatches = new HashMap<>();
    private final Optional<KeptLog> kept;
    private long end;

    /** @param kept takes the records; empty if none are kept */
    PartitionLog(Optional<KeptLog> kept) {
        this.kept = kept;
    }

    /** Returns the offset of the next record. */
    long end() {
        return end;
    }

    /** Returns the offset of the next record for such a consumer. It is the log's end if no records are kept. */
    long end(IsolationLevel isolation) {
        return kept.map(log -> log.end(isolation)).orElse(end);
    }

    /** Returns what consumers read. */
    KeptLog kept() {
        return kept.orElseThrow(
                () -> new IllegalStateException("expected no fetch, because this stub broker keeps no records"));
    }

    /** Returns the offset of a batch that its idempotent producer has sent before, otherwise -1. */
    long offsetOfDuplicate(RecordBatch batch) {
        LastBatches last = batch.hasProducerId() ? lastBatches.get(batch.producerId()) : null;
        return last == null ? -1 : last.offsetOf(batch.producerEpoch(), batch.baseSequence());
    }

    /**
     * Appends the batch without a check of its sequence number. Returns its base offset.
     *
     * @param acknowledgedNanos when its acknowledgement is due
     */
    long append(RecordBatch batch, long acknowledgedNanos) {
        long baseOffset = end;
        end += size(batch);
        if (batch.hasProducerId()) {
            lastBatches
                    .computeIfAbsent(batch.producerId(), id -> new LastBatches())
                    .add(batch.producerEpoch(), batch.baseSequence(), baseOffset);
        }
        kept.ifPresent(log -> log.append(batch, baseOffset, acknowledgedNanos));
        return baseOffset;
    }

    /** Appends the marker of the end of a transaction. */
    void appendControlRecord(ControlRecordType type, long producerId, long acknowledgedNanos) {
        kept.ifPresent(log -> log.append(marker(type, producerId), end, acknowledgedNanos));
        end++;
    }

    private static RecordBatch marker(ControlRecordType type, long producerId) {
        // No consumer looks at the epoch of a marker.
        return MemoryRecords.withEndTransactionMarker(producerId, (short) 0, new EndTransactionMarker(type, 0))
                .batches()
                .iterator()
                .next();
    }

    static int size(RecordBatch batch) {
        return (int) (batch.lastOffset() - batch.baseOffset() + 1);
    }

    /** The last five batches of one producer, by which a broker recognizes a retry. */
    private static final class LastBatches {
        private static final int REMEMBERED = 5;

        private final long[] sequences = new long[REMEMBERED];
        private final long[] baseOffsets = new long[REMEMBERED];
        private int count;

        void add(short epoch, int baseSequence, long baseOffset) {
            int oldest = count++ % REMEMBERED;
            sequences[oldest] = key(epoch, baseSequence);
            baseOffsets[oldest] = baseOffset;
        }

        long offsetOf(short epoch, int baseSequence) {
            for (int i = 0; i < Math.min(count, REMEMBERED); i++) {
                if (sequences[i] == key(epoch, baseSequence)) {
                    return baseOffsets[i];
                }
            }
            return -1;
        }

        private static long key(short epoch, int baseSequence) {
            return ((long) epoch << Integer.SIZE) | baseSequence;
        }
    }
}
