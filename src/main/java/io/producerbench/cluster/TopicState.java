package io.producerbench.cluster;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A topic's partitions at one moment, by partition number. */
public record TopicState(Map<Integer, PartitionState> partitions) {

    public TopicState {
        partitions = Collections.unmodifiableMap(new TreeMap<>(partitions));
    }

    /** The size of the smallest set of in-sync replicas of any partition; 0 for a topic without partitions. */
    public int smallestIsr() {
        return partitions.values().stream()
                .mapToInt(partition -> partition.isr().size())
                .min()
                .orElse(0);
    }

    /** Whether each partition has exactly these replicas, all in sync, and is led by the first of them. */
    boolean matches(Map<Integer, List<Integer>> assignment) {
        return partitions.keySet().equals(assignment.keySet())
                && assignment.entrySet().stream()
                        .allMatch(wanted -> partitions.get(wanted.getKey()).matches(wanted.getValue()));
    }

    /**
     * One partition.
     *
     * @param leader the broker that leads it, or -1 while none does
     */
    public record PartitionState(int leader, Set<Integer> isr, List<Integer> replicas) {

        public PartitionState {
            isr = Collections.unmodifiableSet(new TreeSet<>(isr));
            replicas = List.copyOf(replicas);
        }

        private boolean matches(List<Integer> wanted) {
            return leader == wanted.get(0) && replicas.equals(wanted) && isr.equals(Set.copyOf(wanted));
        }
    }
}
