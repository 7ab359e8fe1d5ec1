package io.producerbench.benchmarks;

import io.producerbench.calibration.stub.ReferenceLog;
import io.producerbench.calibration.stub.ReferenceLog.Batch;
import io.producerbench.calibration.stub.ReferenceLog.Shown;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.load.Schedule;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.kafka.common.IsolationLevel;

/**
 * What the stub broker knows of the records that were due in a window, in nanoseconds, ascending.
 * Valid for one producer, one partition and no failures, because then records are in the log in the
 * order in which they were due.
 *
 * @param visibleNanos from when each record was due to when consumers could read it
 * @param exposureNanos from when the reply with its acknowledgement had left to the same moment, which
 *     is below zero if consumers could read it before
 */
record TrueVisibility(long[] visibleNanos, long[] exposureNanos) {

    /** Returns the exposures of the records that were acknowledged before consumers could read them. */
    long[] exposures() {
        return Arrays.stream(exposureNanos).filter(nanos -> nanos >= 0).toArray();
    }

    /** Returns by how much the others could be read before, ascending. */
    long[] negativeExposures() {
        return Arrays.stream(exposureNanos)
                .filter(nanos -> nanos < 0)
                .map(nanos -> -nanos)
                .sorted()
                .toArray();
    }

    static TrueVisibility of(
            ReferenceLog log, String topic, IsolationLevel isolation, MeasuredWindow window, int recordsPerSecond) {
        Schedule schedule = new Schedule(window.startNanos(), recordsPerSecond);
        NavigableMap<Long, Shown> shown = new TreeMap<>();
        log.shown().stream()
                .filter(moment -> moment.topic().equals(topic) && moment.isolation() == isolation)
                .forEach(moment -> shown.put(moment.fromOffset(), moment));
        LongStream.Builder visible = LongStream.builder();
        LongStream.Builder exposure = LongStream.builder();
        long index = -window.sentBefore();
        for (Batch batch : log.batches()) {
            if (!batch.topic().equals(topic)) {
                continue;
            }
            for (long offset = batch.baseOffset(); offset < batch.baseOffset() + batch.records(); offset++, index++) {
                if (index >= 0 && schedule.dueNanos(index) <= window.endNanos()) {
                    Shown moment = shown.floorEntry(offset).getValue();
                    visible.add(moment.nanos() - schedule.dueNanos(index));
                    exposure.add(moment.nanos() - batch.repliedNanos());
                }
            }
        }
        return new TrueVisibility(sorted(visible), sorted(exposure));
    }

    private static long[] sorted(LongStream.Builder values) {
        long[] sorted = values.build().toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
