package io.producerbench.load;

import io.producerbench.guarantee.Acks;
import io.producerbench.scenario.Scenario;
import java.util.concurrent.CompletableFuture;

/** Reads how many records the brokers hold: the end offsets of one topic's partitions, summed. */
public interface LogEnd extends AutoCloseable {
    /**
     * A topic's log end and the moment for which it holds.
     *
     * @param records the sum of the end offsets of all partitions, control records included
     * @param nanos the middle between question and answer, on the clock of {@link System#nanoTime}
     */
    record TimedLogEnd(long records, long nanos) {}

    /**
     * Returns the sum, control records included, at some moment between the call and the answer.
     */
    CompletableFuture<Long> sum();

    /**
     * Returns the sum with the middle between question and answer, which is the best estimate of
     * its moment.
     */
    default CompletableFuture<TimedLogEnd> read() {
        long asked = System.nanoTime();
        return sum().thenApply(records -> new TimedLogEnd(records, asked + (System.nanoTime() - asked) / 2));
    }

    @Override
    void close();

    /**
     * Which log end confirms acknowledged records. {@code acks=all}: the high watermark.
     * {@code acks=0} and {@code acks=1}: each leader's own log end, read by a raw ListOffsets
     * request. On a secured cluster always the high watermark, because our raw connection speaks
     * neither TLS nor SASL. With fewer live replicas than {@code min.insync.replicas} also the high
     * watermark, because there the check is that consumers see no record.
     */
    static LogEnd confirming(Scenario scenario, ForkConfig forkConfig) {
        boolean replicated = scenario.guarantee().acks() == Acks.ALL || scenario.isInvisible();
        return replicated || forkConfig.isSecured()
                ? new HighWatermarks(forkConfig, scenario.workload().partitions())
                : ofLeaders(forkConfig.bootstrapServers(), forkConfig.topic());
    }

    /**
     * Returns a reader of the high watermarks, up to which all in-sync replicas have the log and
     * consumers may read it.
     */
    static LogEnd replicated(String bootstrapServers, String topic, int partitions) {
        return new HighWatermarks(new ForkConfig(bootstrapServers, topic, 0), partitions);
    }

    /**
     * Returns a reader of the leaders' own log ends, which include records that are not replicated
     * yet. It needs brokers without encryption and authentication.
     */
    static LogEnd ofLeaders(String bootstrapServers, String topic) {
        return LeaderLogEnd.of(bootstrapServers, topic);
    }
}
