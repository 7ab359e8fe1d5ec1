package io.producerbench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;

/**
 * Reads the leaders' own log ends over a raw connection to each, because Kafka's clients ask as
 * consumers and get no more than the high watermark. All leaders are asked before the first answer
 * is read.
 */
final class LeaderLogEnd implements LogEnd {
    private final List<LeaderConnection> leaders;
    private final ExecutorService asking = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "log-end");
        thread.setDaemon(true);
        return thread;
    });

    private LeaderLogEnd(List<LeaderConnection> leaders) {
        this.leaders = leaders;
    }

    /**
     * Finds the leaders and connects to them. They are assumed to lead as long as this reader is
     * open.
     */
    static LeaderLogEnd of(String bootstrapServers, String topic) {
        Map<Node, List<Integer>> led = new LinkedHashMap<>();
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", bootstrapServers, "enable.metrics.push", "false"))) {
            KafkaFuture<List<TopicPartitionInfo>> partitions = admin.describeTopics(List.of(topic))
                    .topicNameValues()
                    .get(topic)
                    .thenApply(description -> description.partitions());
            for (TopicPartitionInfo partition :
                    partitions.toCompletionStage().toCompletableFuture().join()) {
                led.computeIfAbsent(partition.leader(), leader -> new ArrayList<>())
                        .add(partition.partition());
            }
        }
        List<LeaderConnection> leaders = new ArrayList<>();
        led.forEach((leader, partitions) ->
                leaders.add(new LeaderConnection(leader.host(), leader.port(), topic, partitions)));
        LeaderLogEnd logEnd = new LeaderLogEnd(leaders);
        logEnd.sum().join(); // so that the first reading does not wait for connections
        return logEnd;
    }

    @Override
    public CompletableFuture<Long> sum() {
        return CompletableFuture.supplyAsync(this::askTwiceAtMost, asking);
    }

    private long askTwiceAtMost() {
        try {
            return ask();
        } catch (IOException idle) {
            leaders.forEach(LeaderConnection::close); // brokers close connections that were idle for a long time
            try {
                return ask();
            } catch (IOException e) {
                e.addSuppressed(idle);
                throw new CompletionException(new UncheckedIOException(e));
            }
        }
    }

    private long ask() throws IOException {
        for (LeaderConnection leader : leaders) {
            leader.ask();
        }
        long sum = 0;
        for (LeaderConnection leader : leaders) {
            sum += leader.answer();
        }
        return sum;
    }

    @Override
    public void close() {
        asking.execute(() -> leaders.forEach(LeaderConnection::close));
        asking.shutdown();
    }
}
