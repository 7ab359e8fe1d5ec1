package io.producerbench.load;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The brokers' own count of what they hold: the end offsets of one topic's partitions, summed. */
public interface LogEnd extends AutoCloseable {

    /** The sum, control records included, at some moment between the call and the completion of what it returns. */
    CompletableFuture<Long> sum();

    @Override
    void close();

    /** Up to where consumers may read: what all in-sync replicas hold, and so what {@code acks=all} acknowledges. */
    static LogEnd replicated(String bootstrapServers, String topic, int partitions) {
        return replicated(bootstrapServers, topic, partitions, Map.of());
    }

    /** @param client settings that every client of these brokers needs */
    static LogEnd replicated(String bootstrapServers, String topic, int partitions, Map<String, String> client) {
        return new HighWatermarks(bootstrapServers, topic, partitions, client);
    }

    /**
     * Up to where the leaders have written, replicated or not: what {@code acks=1} acknowledges. Only from brokers that take
     * connections without encryption or authentication.
     */
    static LogEnd ofLeaders(String bootstrapServers, String topic) {
        return LeaderLogEnd.of(bootstrapServers, topic);
    }
}
