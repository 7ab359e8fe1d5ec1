package io.producerbench.cluster;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A topic to create: its partitions, its replicas, and the settings that differ from the brokers'.
 */
public record TopicSpec(String name, int partitions, int replicationFactor, Map<String, String> config) {

    public TopicSpec {
        if (name.isBlank()) {
            throw new IllegalArgumentException("expected a topic name, got '" + name + "'");
        }
        if (partitions < 1 || replicationFactor < 1) {
            throw new IllegalArgumentException("expected at least 1 partition and 1 replica for topic " + name
                    + ", got " + partitions + " and " + replicationFactor);
        }
        config = Map.copyOf(config);
    }

    /**
     * Returns the replicas of each partition, the leader first. Partition p is led by broker p
     * modulo n and followed by the next ones in turn. Chosen here, because Kafka starts at a random
     * broker.
     */
    public Map<Integer, List<Integer>> assignment(List<Integer> brokers) {
        if (replicationFactor > brokers.size()) {
            throw new IllegalArgumentException("expected at most as many replicas of topic " + name
                    + " as there are brokers (" + brokers.size() + "), got " + replicationFactor);
        }
        Map<Integer, List<Integer>> assignment = new TreeMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            int first = partition;
            assignment.put(
                    partition,
                    IntStream.range(0, replicationFactor)
                            .mapToObj(next -> brokers.get((first + next) % brokers.size()))
                            .toList());
        }
        return assignment;
    }
}
