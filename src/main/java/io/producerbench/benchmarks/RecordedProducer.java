package io.producerbench.benchmarks;

import io.producerbench.latency.LatencyRecorder;
import io.producerbench.latency.SentTimes;
import io.producerbench.latency.Totals;
import io.producerbench.latency.Totals.DrawnAborts;
import io.producerbench.load.FailureKind;
import io.producerbench.load.ForkConfig;
import io.producerbench.load.LatencySink;
import io.producerbench.load.PacedProducer;
import io.producerbench.load.ProducerFactory;
import io.producerbench.load.ProducerTotals;
import io.producerbench.load.Schedule;
import io.producerbench.scenario.Scenario;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One producer with its histograms and its share of the schedule. Of P producers on all load hosts
 * the k-th sends records k, k+P, k+2P…
 */
final class RecordedProducer implements AutoCloseable {
    private final PacedProducer paced;
    private final LatencyRecorder recorder;
    private final int number;
    private final int producers;
    private Schedule schedule;
    private long next;

    private RecordedProducer(PacedProducer paced, LatencyRecorder recorder, int number, int producers) {
        this.paced = paced;
        this.recorder = recorder;
        this.number = number;
        this.producers = producers;
    }

    /** @param times takes the times of each of its records; empty in a sample without consumers */
    static RecordedProducer start(Scenario scenario, ForkConfig forkConfig, int number, Optional<SentTimes> times) {
        LatencyRecorder recorder = new LatencyRecorder();
        LatencySink recording = new RecordingSink(recorder);
        LatencySink sink =
                times.<LatencySink>map(of -> new TimedSink(recording, of)).orElse(recording);
        int ofHost = scenario.workload().producers();
        int ofAll = forkConfig.share().number(number, ofHost);
        PacedProducer paced = new ProducerFactory(scenario, forkConfig).paced(ofAll, sink);
        return new RecordedProducer(paced, recorder, ofAll, forkConfig.share().producers(ofHost));
    }

    PacedProducer paced() {
        return paced;
    }

    LatencyRecorder recorder() {
        return recorder;
    }

    /** Starts a new schedule at this producer's first record. */
    void follow(Schedule newSchedule) {
        schedule = newSchedule;
        next = number;
    }

    /**
     * Goes on at this producer's first record that is due at {@code nanos} or later, on the schedule
     * that it follows.
     */
    void skipTo(long nanos) {
        next = schedule.firstFrom(nanos, number, producers);
    }

    /** Returns the due time of this producer's next record. */
    long nextDueNanos() {
        return schedule.dueNanos(next);
    }

    /** True if a record due by {@code nanos} is not sent yet, or a transaction is not full yet. */
    boolean isUnfinished(long nanos) {
        return nextDueNanos() - nanos <= 0 || paced.isInTransaction();
    }

    void sendWhenDue() {
        paced.sendNextAt(nextDueNanos());
        next += producers;
        paced.endTransactionBy(nextDueNanos());
    }

    /**
     * Returns the outcomes of all records this producer sent. To be called only when it is drained.
     */
    Totals totals() {
        ProducerTotals counted = paced.totals();
        return new Totals(
                counted.sent(),
                counted.succeeded(),
                byName(counted.failures()),
                byName(counted.unknowns()),
                counted.transactions(),
                counted.abortedTransactions(),
                counted.controlRecords(),
                counted.callbackFaults(),
                counted.slotMisses(),
                recorder.outOfRange(),
                new DrawnAborts(counted.drawnAborts(), counted.abortedRecords()));
    }

    private static Map<String, Long> byName(Map<FailureKind, Long> counts) {
        Map<String, Long> byName = new TreeMap<>();
        counts.forEach((kind, count) -> byName.put(kind.name().toLowerCase(Locale.ROOT), count));
        return byName;
    }

    @Override
    public void close() {
        paced.close();
    }

    /**
     * Passes times to the histograms. Only this class distinguishes records with a due time from
     * those without.
     */
    private record RecordingSink(LatencyRecorder recorder) implements LatencySink {
        @Override
        public void acknowledged(long sequence, long dueNanos, long sentNanos, long nowNanos) {
            if (dueNanos == NO_DUE_TIME) {
                recorder.acknowledged(sentNanos, nowNanos);
            } else {
                recorder.acknowledgedFromDue(dueNanos, sentNanos, nowNanos);
            }
        }

        @Override
        public void sent(long sequence, long dueNanos, long sentNanos, long blockedNanos) {
            if (dueNanos == NO_DUE_TIME) {
                recorder.sent(sentNanos, blockedNanos);
            } else {
                recorder.sentFromDue(dueNanos, sentNanos, blockedNanos);
            }
        }

        @Override
        public void commit(long startNanos, long nanos) {
            recorder.commit(startNanos, nanos);
        }

        @Override
        public void committed(long dueNanos, long nowNanos) {
            if (dueNanos != NO_DUE_TIME) {
                recorder.committedFromDue(dueNanos, nowNanos);
            }
        }
    }

    /** Passes times to the histograms, and keeps those of each record. */
    private record TimedSink(LatencySink recording, SentTimes times) implements LatencySink {
        @Override
        public void acknowledged(long sequence, long dueNanos, long sentNanos, long nowNanos) {
            times.acknowledged(sequence, nowNanos);
            recording.acknowledged(sequence, dueNanos, sentNanos, nowNanos);
        }

        @Override
        public void sent(long sequence, long dueNanos, long sentNanos, long blockedNanos) {
            times.sent(sequence, dueNanos);
            recording.sent(sequence, dueNanos, sentNanos, blockedNanos);
        }

        @Override
        public void commit(long startNanos, long nanos) {
            recording.commit(startNanos, nanos);
        }

        @Override
        public void committed(long dueNanos, long nowNanos) {
            recording.committed(dueNanos, nowNanos);
        }

        @Override
        public void aborted(long first, long end) {
            times.aborted(first, end);
        }
    }
}
