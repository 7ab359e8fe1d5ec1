package io.producerbench.calibration.stub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The logs that consumers can read: all partitions of a stub broker that keeps records, or none. */
final class KeptLogs {
    private final List<KeptLog> logs = new ArrayList<>();
    private final Optional<Delay> visibleDelay;
    private final SplittableRandom random;
    private final ReadFaults faults;
    private final ReferenceRecorder recorder;

    KeptLogs(StubScript script, ReadFaults faults, ReferenceRecorder recorder) {
        this.visibleDelay = script.visibleDelay();
        // Of its own, so that the other delays are the same with and without consumers.
        this.random = new SplittableRandom(~script.seed());
        this.faults = faults;
        this.recorder = recorder;
    }

    /** Returns the log of a new partition; empty if the broker keeps no records. */
    Optional<KeptLog> create(String topic, int partition) {
        return visibleDelay.map(delay -> {
            KeptLog log = new KeptLog(topic, partition, () -> delay.nanos(random), faults, recorder);
            logs.add(log);
            return log;
        });
    }

    /**
     * Shows what is due. Returns the nanoseconds until the next batch is to be shown, or
     * {@link Connection#NOTHING_DUE}.
     */
    long show() {
        long next = Connection.NOTHING_DUE;
        for (KeptLog log : logs) {
            long now = System.nanoTime();
            log.show(now);
            long showNanos = log.nextShowNanos();
            next = showNanos == Connection.NOTHING_DUE ? next : Math.min(next, showNanos - now);
        }
        return next;
    }
}
