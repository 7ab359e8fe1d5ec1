package io.producerbench.calibration.stub;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.record.internal.RecordBatch;

/** The log of one partition. It counts records and keeps none. */
final class PartitionLog {
    private final Map<Long, LastBatches> lastBatches = new HashMap<>();
    private long end;

    /** Returns the offset of the next record. */
    long end() {
        return end;
    }

    /** Returns the offset of a batch that its idempotent producer has sent before, otherwise -1. */
    long offsetOfDuplicate(RecordBatch batch) {
        LastBatches last = batch.hasProducerId() ? lastBatches.get(batch.producerId()) : null;
        return last == null ? -1 : last.offsetOf(batch.producerEpoch(), batch.baseSequence());
    }

    /** Appends the batch without a check of its sequence number. Returns its base offset. */
    long append(RecordBatch batch) {
        long baseOffset = end;
        end += size(batch);
        if (batch.hasProducerId()) {
            lastBatches
                    .computeIfAbsent(batch.producerId(), id -> new LastBatches())
                    .add(batch.producerEpoch(), batch.baseSequence(), baseOffset);
        }
        return baseOffset;
    }

    void appendControlRecord() {
        end++;
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
