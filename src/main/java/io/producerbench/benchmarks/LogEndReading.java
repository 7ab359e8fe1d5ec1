package io.producerbench.benchmarks;

import io.producerbench.latency.MeasuredWindow.BrokerCount;
import io.producerbench.load.LogEnd;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * One reading of the brokers' log end while records flow, between two readings of the client's own
 * counts. The brokers' number holds for some moment in between. The middle is taken, and half the
 * time between them is kept as uncertainty.
 */
final class LogEndReading {
    private final ClientCount asked;
    private final CompletableFuture<Answer> answer;

    private record Answer(long logEnd, ClientCount client) {}

    private LogEndReading(ClientCount asked, CompletableFuture<Answer> answer) {
        this.asked = asked;
        this.answer = answer;
    }

    /**
     * Asks for the log end, and reads the client's counts now and once more when the answer is
     * there.
     */
    static LogEndReading ask(LogEnd logEnd, Supplier<ClientCount> client) {
        ClientCount asked = client.get();
        return new LogEndReading(asked, logEnd.sum().thenApply(sum -> new Answer(sum, client.get())));
    }

    boolean isAnswered() {
        return answer.isDone();
    }

    void awaitAnswer() {
        answer.join();
    }

    /** Returns what grew between {@code earlier} and this reading. Waits for both answers. */
    BrokerCount since(LogEndReading earlier) {
        ClientCount before = earlier.client();
        ClientCount now = client();
        long controlRecords = now.controlRecords() - before.controlRecords();
        return new BrokerCount(
                answer.join().logEnd - earlier.answer.join().logEnd - controlRecords,
                now.succeeded() - before.succeeded(),
                now.nanos() - before.nanos(),
                uncertainNanos() + earlier.uncertainNanos(),
                controlRecords);
    }

    /**
     * Returns how many records the client's count and the brokers' may lie apart by this reading:
     * the difference between the two, which holds because only these producers write to the topic,
     * and half of what was acknowledged while the reading lasted. Waits for the answer.
     */
    long recordsApart() {
        long stored = answer.join().logEnd - client().controlRecords();
        return Math.abs(stored - client().succeeded()) + recordsMeanwhile();
    }

    /** Returns half of what was acknowledged while the reading lasted. Waits for the answer. */
    long recordsMeanwhile() {
        return (answer.join().client.succeeded() - asked.succeeded()) / 2;
    }

    private ClientCount client() {
        return asked.middle(answer.join().client);
    }

    private long uncertainNanos() {
        return (answer.join().client.nanos() - asked.nanos()) / 2;
    }
}
