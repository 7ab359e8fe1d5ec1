package io.producerbench.calibration.stub;

import java.nio.ByteBuffer;
import org.apache.kafka.common.record.internal.ControlRecordType;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.MutableRecordBatch;
import org.apache.kafka.common.record.internal.RecordBatch;

/**
 * A batch as consumers read it.
 *
 * @param batch with its place in the log as offset
 * @param showNanos from when on consumers with {@code read_uncommitted} may see it
 */
record KeptBatch(MutableRecordBatch batch, long showNanos) {
    private static final int LEADER_EPOCH = 0;

    /** Makes a copy of the batch, because that of a request is overwritten by the next request. */
    static KeptBatch copy(RecordBatch batch, long baseOffset, long showNanos) {
        ByteBuffer bytes = ByteBuffer.allocate(batch.sizeInBytes());
        batch.writeTo(bytes);
        MutableRecordBatch copy =
                MemoryRecords.readableRecords(bytes.flip()).batches().iterator().next();
        copy.setLastOffset(baseOffset + PartitionLog.size(batch) - 1);
        copy.setPartitionLeaderEpoch(LEADER_EPOCH);
        return new KeptBatch(copy, showNanos);
    }

    /** True if it is the marker that aborts a transaction. */
    boolean aborts() {
        return batch.isControlBatch()
                && ControlRecordType.parse(batch.iterator().next().key()) == ControlRecordType.ABORT;
    }
}
