package io.producerbench.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;

/** A sink that notes down what it is told. */
final class Notes implements LatencySink {
    /** A record's two times. */
    record Times(long due, long sent) {}

    final List<Times> acknowledged = Collections.synchronizedList(new ArrayList<>());
    final List<Times> sent = new ArrayList<>();
    final List<Long> committed = new ArrayList<>();
    final List<Long> aborted = new ArrayList<>();
    int commits;

    @Override
    public void acknowledged(long sequence, long dueNanos, long sentNanos, long nowNanos) {
        acknowledged.add(new Times(dueNanos, sentNanos));
    }

    @Override
    public void sent(long sequence, long dueNanos, long sentNanos, long blockedNanos) {
        sent.add(new Times(dueNanos, sentNanos));
    }

    @Override
    public void commit(long startNanos, long nanos) {
        commits++;
    }

    @Override
    public void committed(long dueNanos, long nowNanos) {
        committed.add(dueNanos);
    }

    @Override
    public void aborted(long first, long end) {
        LongStream.range(first, end).forEach(aborted::add);
    }

    List<Long> dueTimesAcknowledged() {
        return acknowledged.stream().map(Times::due).toList();
    }
}
