package io.producerbench.calibration.stub;

import io.producerbench.calibration.stub.ReferenceLog.Shown;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.record.internal.MutableRecordBatch;
import org.apache.kafka.common.record.internal.RecordBatch;

/**
 * The records of one partition as consumers see them. A batch is shown some time after its
 * acknowledgement, and never before the batch in front of it, as on brokers, whose high watermark
 * moves when all in-sync replicas have a batch.
 */
final class KeptLog {
    private final String topic;
    private final int partition;
    private final LongSupplier delays;
    private final ReadFaults faults;
    private final ReferenceRecorder recorder;
    private final List<KeptBatch> batches = new ArrayList<>();
    /** The offset of the first record of each open transaction, by producer id. */
    private final Map<Long, Long> openTransactions = new HashMap<>();

    private final List<Aborted> aborted = new ArrayList<>();
    private int shown;
    private long highWatermark;
    private long lastStableOffset;

    /** An aborted transaction, from its first record to its marker. */
    record Aborted(long producerId, long firstOffset, long lastOffset) {}

    /** @param delays gives the nanoseconds from the acknowledgement of a batch to when it is shown */
    KeptLog(String topic, int partition, LongSupplier delays, ReadFaults faults, ReferenceRecorder recorder) {
        this.topic = topic;
        this.partition = partition;
        this.delays = delays;
        this.faults = faults;
        this.recorder = recorder;
    }

    /** Keeps a copy of the batch. */
    void append(RecordBatch batch, long baseOffset, long acknowledgedNanos) {
        if (!batch.isControlBatch() && faults.strikes(ReadFault.SKIPPED)) {
            return;
        }
        long showNanos = acknowledgedNanos + delays.getAsLong();
        long before =
                batches.isEmpty() ? showNanos : batches.get(batches.size() - 1).showNanos();
        batches.add(KeptBatch.copy(batch, baseOffset, Math.max(before, showNanos)));
    }

    /** Shows what is due by {@code nanos}. */
    void show(long nanos) {
        long uncommitted = highWatermark;
        long committed = lastStableOffset;
        while (nextShowNanos() <= nanos) {
            pass(batches.get(shown++));
        }
        lastStableOffset = openTransactions.isEmpty() ? highWatermark : Collections.min(openTransactions.values());
        note(IsolationLevel.READ_UNCOMMITTED, uncommitted, nanos);
        note(IsolationLevel.READ_COMMITTED, committed, nanos);
    }

    /** Returns when the next batch is to be shown, or {@link Connection#NOTHING_DUE}. */
    long nextShowNanos() {
        return shown == batches.size()
                ? Connection.NOTHING_DUE
                : batches.get(shown).showNanos();
    }

    private void pass(KeptBatch kept) {
        MutableRecordBatch batch = kept.batch();
        highWatermark = batch.nextOffset();
        if (!batch.isTransactional()) {
            return;
        }
        if (!batch.isControlBatch()) {
            openTransactions.putIfAbsent(batch.producerId(), batch.baseOffset());
            return;
        }
        Long first = openTransactions.remove(batch.producerId());
        if (first != null && kept.aborts() && !faults.strikes(ReadFault.ABORTED_SHOWN)) {
            aborted.add(new Aborted(batch.producerId(), first, batch.lastOffset()));
        }
    }

    private void note(IsolationLevel isolation, long from, long nanos) {
        if (end(isolation) > from) {
            recorder.shown(new Shown(topic, partition, isolation, from, end(isolation), nanos));
        }
    }

    /** Returns the offset of the first record that such a consumer may not read yet. */
    long end(IsolationLevel isolation) {
        return isolation == IsolationLevel.READ_COMMITTED ? lastStableOffset : highWatermark;
    }

    /**
     * Returns what such a consumer may read from this offset on: at least one batch if there is one,
     * and as many more as {@code bytes} have room for.
     */
    List<MutableRecordBatch> read(long offset, IsolationLevel isolation, int bytes) {
        List<MutableRecordBatch> read = new ArrayList<>();
        long room = bytes;
        for (int i = indexOf(offset); i < shown; i++) {
            MutableRecordBatch batch = batches.get(i).batch();
            room -= batch.sizeInBytes();
            if (batch.baseOffset() >= end(isolation) || room < 0 && !read.isEmpty()) {
                break;
            }
            read.add(batch);
        }
        return read;
    }

    /** Returns the index of the first batch that ends at or behind this offset. */
    private int indexOf(long offset) {
        int low = 0;
        int high = batches.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (batches.get(middle).batch().lastOffset() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the aborted transactions that have a record or the marker in this part of the log. */
    List<Aborted> aborted(long fromOffset, long toOffset) {
        return aborted.stream()
                .filter(transaction -> transaction.lastOffset() >= fromOffset && transaction.firstOffset() < toOffset)
                .toList();
    }
}
