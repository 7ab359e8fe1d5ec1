package io.producerbench.benchmarks;

import io.producerbench.latency.MeasuredWindow.BrokerCount;
import io.producerbench.load.LogEnd;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One look at the brokers' log end while records generator, between two looks at the client's own counts. The brokers' number
 * holds for some moment in between; the middle is taken and the half width kept as uncertainty.
 */
final class LogEndReading {
    private final List<RecordedProducer> producers;
    private final long askedNanos;
    private final long succeededWhenAsked;
    private final long controlWhenAsked;
    private final CompletableFuture<Answer> answer;

    private record Answer(long logEnd, long nanos, long succeeded, long control) {}

    private LogEndReading(LogEnd logEnd, List<RecordedProducer> producers) {
        this.producers = producers;
        this.askedNanos = System.nanoTime();
        this.succeededWhenAsked = succeeded();
        this.controlWhenAsked = control();
        this.answer = logEnd.sum().thenApply(sum -> new Answer(sum, System.nanoTime(), succeeded(), control()));
    }

    static LogEndReading ask(LogEnd logEnd, List<RecordedProducer> producers) {
        return new LogEndReading(logEnd, producers);
    }

    boolean isAnswered() {
        return answer.isDone();
    }

    void awaitAnswer() {
        answer.join();
    }

    /** What grew between {@code earlier} and this reading. Waits for both answers. */
    BrokerCount since(LogEndReading earlier) {
        return new BrokerCount(
                answer.join().logEnd
                        - earlier.answer.join().logEnd
                        - (middle(controlWhenAsked, answer.join().control)
                                - middle(earlier.controlWhenAsked, earlier.answer.join().control)),
                middle(succeededWhenAsked, answer.join().succeeded)
                        - middle(earlier.succeededWhenAsked, earlier.answer.join().succeeded),
                middle(askedNanos, answer.join().nanos) - middle(earlier.askedNanos, earlier.answer.join().nanos),
                uncertainNanos() + earlier.uncertainNanos());
    }

    /**
     * How far the client's count and the brokers' may lie apart by this reading, in records: what the two say of a topic that
     * nobody else writes to, and half of what was acknowledged while it lasted. Waits for the answer.
     */
    long recordsApart() {
        Answer now = answer.join();
        return recordsApart(now.logEnd - middle(controlWhenAsked, now.control), succeededWhenAsked, now.succeeded);
    }

    /** By the arithmetic alone. */
    static long recordsApart(long stored, long succeededWhenAsked, long succeededNow) {
        return Math.abs(stored - middle(succeededWhenAsked, succeededNow)) + (succeededNow - succeededWhenAsked) / 2;
    }

    private long uncertainNanos() {
        return (answer.join().nanos - askedNanos) / 2;
    }

    private long succeeded() {
        return producers.stream().mapToLong(producer -> producer.paced().succeeded()).sum();
    }

    private long control() {
        return producers.stream().mapToLong(producer -> producer.paced().controlRecords()).sum();
    }

    private static long middle(long low, long high) {
        return low + (high - low) / 2;
    }
}
